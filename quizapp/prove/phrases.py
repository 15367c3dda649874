"""Fixed phrases of scientific English, each with the one way in which it is compared.

They are replaced in this order. Marks stand before numbers that are a bound, or about right: less
or at most <, more or at least >, about ~. Words that no text has (causedby, insteadof) stand for
several.
"""

INSTEAD = "insteadof"  # as which "rather than" is read: it denies what follows
_N = r"(?=\s*[-+~]?\d)"
# Which way a bound goes is told by an adjective of little of something; any other is of much.
_SMALL = (
    "(?:small|short|young|low|thinn?|narrow|light|slow|cool|cold|weak|near|close|earli|shallow"
    "|poor)"
)
_MEASURED = r"(\d[\d.,]*(?:\s*%|(?: [a-z/]+){0,2}?))"
PHRASES: tuple[tuple[str, str], ...] = (
    (r"\bnot only\b", "both"),
    (r"\b(not|never|nor) yet\b", r"\1"),
    (r"\b(has|have|had) yet to be\b", r"\1 not been"),
    (r"\b(more than |at least |nearly |almost |about )?halv(?:ed|es|ing)\b", r"reduced by \1~50%"),
    (
        r"\b(more than |at least |nearly |almost |about )?doubl(?:ed|es|ing)\b",
        r"increased \g<1>2 times",
    ),
    (r"\b([a-z]+)-free\b", r"without \1"),
    (r"\bindependent (?:of|from)\b", "not affect by"),
    (r"\baccount(?:s|ed)? for\b", "comprise"),
    (r"\bP ?= ?(?=0?\.(?:0[5-9]|[1-9]))(0?\.\d+)", r"P = \1, not significant"),
    (r"\bP ?[<=] ?(?=0?\.0(?:[0-4]|5\b))(0?\.\d+)", r"P < \1, significant"),
    (r"\ball[- ]cause\b", "any cause"),
    (r"\bunless\b", "without"),
    (
        r"\b(?:hardly|barely|scarcely) (?:changed?|differed|varied|differs?|var(?:y|ies))\b",
        "was similar",
    ),
    (r"(?<=% )CI\b|(?<=\()CI\b(?!\))", "confidence interval"),
    (r"\bhow long\b", "duration"),
    (r"\b(?:in all|all in all|all told)\b(?=,| there)", "in total"),
    (r"\bevery(?= \d)", "per"),
    (r"\bpoint(?:s|ed)? (?:to|towards?)\b", "suggest"),
    (r"\btwice\b", "2 times"),
    (r"(\d)[- ]?fold\b", r"\1 times"),
    (
        r"\b(?:exceeds?|exceeded|surpass(?:es|ed)?|outnumber(?:s|ed)?)\b(?!\s*[-+]?\d)",
        "greater than",
    ),
    (r"\boutperform(?:s|ed)?\b", "better than"),
    (r"\bcannot\b", "can not"),
    (r"\bcan not be (?:excluded|ruled out)\b", "is possible"),
    (r"\bmore than one\b", "multiple"),
    (r"\bby (?:it|them)sel(?:f|ves)\b", "alone"),
    (r"n['’]t\b", " not"),
    (r"\bstate[- ]of[- ]the[- ]art\b", "state-of-art"),
    (r"\bno (?:more|greater|higher) than" + _N, "≤"),
    (r"\b(?:no|not) (?:less|fewer|lower) than" + _N, "≥"),
    (r"\bnot more than" + _N, "≤"),
    (r"\b(?:at most|up to|a maximum of|maximum of|as \w+ as)" + _N, "≤"),
    (r"\b(?:at least|a minimum of|minimum of)" + _N, "≥"),
    (r"\b(" + _SMALL + r"er) than" + _N, r"\1 <"),
    (r"\b((?!more|few|less)\w+er) than" + _N, r"\1 >"),
    (r"\b(?:more|greater) than" + _N, ">"),
    (
        r"\bover(?=\s*[\d.,]+[\s-]*(?:second|minute|hour|day|night|week|month|year|decade))",
        "during",
    ),
    (r"\b(?:over|above|exceeding|exceeded|exceeds|exceed|in excess of)" + _N, ">"),
    (r"\b(?:less|fewer) than" + _N, "<"),
    (r"\b(?:under|below)" + _N, "<"),
    (_MEASURED + r" or (?:less|fewer|below|under|" + _SMALL + r"er)\b", r"≤ \1"),
    (_MEASURED + r" or (?:more|above|over|(?!(?:an)?other|after|never)\w+er)\b", r"≥ \1"),
    (
        r"\b(?:about|approximately|approx\.?|around|roughly|nearly|almost|circa|some|an estimated)"
        + _N,
        "~",
    ),
    (
        (
            r"\b(?:no|not|without) ((?:(?!not )\w+ ){0,3}?)"
            r"(?:differ(?:ed|s|ences?|ent|ently)?|changed?|alter(?:ed)?|var(?:y|ied))\b"
        ),
        r"\1similar",
    ),
    (
        r"\b(?:stay|stays|stayed|remain|remains|remained) (?:the same|constant|stable)\b",
        "was similar",
    ),
    (r"\b(?:no|not any) ((?:\w+ ){0,2}?)(?:effect|influence|impact)s? on\b", r"not \1affect"),
    (r"\b(?:unaffected|uninfluenced) by\b", "not affect by"),
    (r"\bfail(?:ed|s)? to\b", "not"),
    (
        (
            r"\b(?:dispens\w+ with|free (?:of|from)|in the absence of|devoid of"
            r"|(?<!compared )with no)\b"
        ),
        "without",
    ),
    (r"\b(?:rather than|instead of|in place of)\b", "insteadof"),
    (
        (
            r"\b(?:(?:as |in )?compar(?:ed|ison) (?:with|to)|relative to|versus|vs\.?"
            r"|in contrast (?:with|to)|as against|against)(?!\w)"
        ),
        "than",
    ),
    (
        (
            r"\b(?:due to|because of|owing to|as a (?:result|consequence) of|caused by"
            r"|on account of|attribut(?:able|ed) to|stem(?:s|med)? from|responsible for)\b"
        ),
        "causedby",
    ),
    (r"\b(die|dies|died|dying) (?:of|from)\b", r"\1 ofcause"),
    (
        r"\b(?:go|goes|going|went|gone|come|came) (?:along|together|hand in hand) with\b",
        "associate with",
    ),
    (r"\b(?:gave|give|gives|giving) rise to\b", "cause"),
    (r"\bonce(?= (?:a|per|every) | daily)", "1 times"),
    (r"\b(?:per day|each day|a day)\b", "daily"),
    (r"(\d times|half) as \w+((?: [\w-]+){0,6}?) as\b", r"\1 more\2 than"),
    (
        r"\b(more|less) (?:often|frequent|frequently|common|commonly|likely|prevalent|strongly)\b",
        r"\1",
    ),
    (r"\bas well as\b", "and"),
    (r"\b(?:make|makes|made) up\b", "comprise"),
    (r"\b(?:carried|carry) out\b", "performed"),
    (r"\bper cent\b|\bpercent\b", "%"),
)
