"""Words that papers put above, before and behind an abstract: structure, none of its sentences.

They are the conventions of journals, in the languages that journals print abstracts in.
"""

import re

# Above an abstract.
_ABSTRACT = (
    r"(?:structured\s+|article\s+)?abstract|summary|zusammenfassung|kurzfassung|r[ée]sum[ée]|"
    r"resumen|resumo|riassunto|sommario|samenvatting|sammanfattning|sammendrag|resum[ée]|"
    r"streszczenie|souhrn|özet|аннотация|реферат|резюме|анотація|要旨|抄録|要約|概要|摘要|초록"
)
# Within one. Words of these are put together: "Materials and methods", "Patients/Methods".
_PARTS = (
    r"abstract|aims?|background|conclusions?|context|design|discussion|evidence|findings|goals?|"
    r"hypothes[ie]s|implications|importance|impact|interpretations?|interventions?|introduction|"
    r"limitations|main|materials?|measure(?:ment)?s?|methodology|methods?|objectives?|"
    r"observations?|outcomes?|participants|patients|purpose|question|rationale|registration|"
    r"relevance|results?|search|setting|significance|statement|subjects|summary|clinical|study|trial|"
    r"data|sources?|selection|criteria|collection|extraction|synthesis|analys[ie]s|"
    r"authors['’]|primary|secondary|funding|exposures?|approach|problem|key|"
    r"hintergrund|einleitung|fragestellung|ziele?|zielsetzung|methoden?|methodik|"
    r"ergebnisse?|schlussfolgerung(?:en)?|fazit|contexte|objectifs?|méthodes?|résultats?|"
    r"conclusión|antecedentes|introducción|objetivos?|métodos?|pacientes|resultados?|"
    r"conclusiones|conclus(?:ão|ões)|introdução|obiettiv[oi]|metodi|risultati|conclusion[ei]|"
    r"achtergrond|doel|methode|resultaten|conclusie|цел[ьи]|методы|материалы?|результаты|выводы|"
    r"заключение|введение"
)
_JOINED = r"(?:\s*[/&,]\s*(?:and\s+)?|\s+(?:and|und|et|y|e|en|и|of|the)\s+|\s+)"
_LABEL = rf"(?:{_PARTS})(?:{_JOINED}(?:{_PARTS})){{0,6}}"
_EAST_ASIAN_PARTS = (
    "背景|目的|方法|対象|対象と方法|材料と方法|結果|结果|結論|结论|考察|배경|목적|방법|결과|결론"
)
# Behind one, or beside it: with these something else begins.
_ENDERS = (
    r"key\s?-?words?(?:\s+plus)?|keyword|index\s+terms|mesh(?:\s+terms)?|schlüsselw[öo]rter|"
    r"mots[- ]clés|palabras\s+clave|palavras[- ]chave|parole\s+chiave|trefwoorden|"
    r"ключевые\s+слова|キーワード|关键词|關鍵詞|"
    r"copyright|©|\(c\)\s*(?:19|20)\d\d|pmid|pmcid|doi|comments?|subjects?|cite\s+(?:as|this)|"
    r"conflicts?\s+of\s+interest|competing\s+interests?|declarations?|disclosures?|"
    r"acknowledge?ments?|references|bibliography|literatur|footnotes|supplementary|supporting|"
    r"figures?|highlights|graphical\s+abstract|plain\s+language|lay\s+summary|"
    r"similar\s+articles|cited\s+by|related|recommended|publication\s+types|substances|"
    r"original\s+language|access|download|view|share|submission\s+history"
)

ABSTRACT_HEADING = re.compile(rf"(?:{_ABSTRACT})\s*[:.—–-]*", re.IGNORECASE)
# "Abstract—We …", "SUMMARY. We …", "Abstract: …"; within a line only where the word is written as
# a heading is, since an abstract may speak of one.
ABSTRACT_OPENING = re.compile(
    rf"(?:(?i:{_ABSTRACT})\s*[:.—–-]+(?:\s[—–-])?\s*|Abstract\s+(?=(?i:{_LABEL})\s*:)|Abstract(?=[A-Z][a-z]*\s[a-z])|"
    rf"Abstract\s+(?=[A-Z]))(?=\S)"
)
PART_HEADING = re.compile(
    rf"(?:{_LABEL})\s*:?|[【\[]?(?:{_EAST_ASIAN_PARTS})[】\]:：]?", re.IGNORECASE
)
# A label runs into its text with a colon, or (as some journals set it) with a wide space.
PART_LABEL = re.compile(
    rf"(?:(?:{_LABEL})\s*:\s*|[【\[](?:{_EAST_ASIAN_PARTS})[】\]][:：]?\s*|"
    rf"(?:{_EAST_ASIAN_PARTS})[:：]\s*)+",
    re.IGNORECASE,
)
WIDE_PART_LABEL = re.compile(rf"(?i:{_LABEL})[:.]?(?:[ \t]{{2,}}| ?\u00a0 ?|\u2003)+(?=[A-Z\d])")
# "Methods We asked 20": only where others of the text are set so.
BARE_PART_LABEL = re.compile(rf"(?=[A-Z])(?i:{_LABEL})\s+(?=[A-Z][a-z]*\s|[A-Z]{{2}}|\d)")
ENDER = re.compile(rf"(?:{_ENDERS})(?![\w-])", re.IGNORECASE)
# The same, where it must be cut out of a line that runs on.
INLINE_ENDER = re.compile(
    r"(?<=\S)\s+(?=(?:Key ?-?words?|KEY ?WORDS?|Index Terms|MeSH terms|PMID|PMCID|DOI|Comments|"
    r"Subjects|Cite as|Publication types|Copyright ©|© ?\d{4})\s*[:—\d©]|©)"
)
