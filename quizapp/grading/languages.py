"""What judging must know of a language: one row each. Values only.

A language without a row is judged exactly: case is free, and one wrong letter is asked about.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Accents(StrEnum):
    """What a letter without its mark is."""

    MARK = "mark"  # the same letter, and the mark is told: crème, creme
    LETTER = "letter"  # another letter, left out by a slip: schön, schon


@dataclass(frozen=True, slots=True)
class Language:
    """One language. Sets of words are written in one case, as `fold.fold_word` leaves them.

    Attributes:
        code: ISO 639-1.
        name: as it is called in English; the code where there is no row.
        articles: words that say nothing before a noun.
        definite: those of them that agree with the noun, so that another one is a fault.
        prepositions: words that say nothing where they open an answer, before a noun.
        links: words that may join two nouns the other way round: the cancer *of* the colon.
        negations: words that deny.
        has_concord: two words that deny still deny once: no llueve nunca.
        who: words that ask for a person.
        or_words: words between two answers.
        against: words between two parties, all one.
        and_words: words between the members of a list.
        directing: words around which the order tells: A causes B.
        fillers: other words that say nothing beside an answer.
        openers: words that open a step of an order: then, finally.
        classifiers: nouns that may be left out before a number or a letter: MHC *class* II.
        structures: nouns that may be left out behind an adjective: the carotid *artery*.
        named: nouns that may be left out beside a proper name: Crohn's *disease*.
        endings: groups of endings; a word may change from one to another of a group and stay.
        learned: such groups of words from Latin and Greek, which change although the dictionary
            has both forms: bacterium, bacteria.
        clitics: pronouns that are written on to a verb: dámelo.
        sorts: nouns that name only which sort of thing the next one is: the process *of* osmosis.
        auxiliaries: words of a sentence that leaves out who did it: was, one has.
        perfects: words of a sentence that may have left it in: Rome *has* conquered.
        has_impersonal: a verb alone leaves it out, too: отменили.
        elided: articles and particles that are written on to the next word: l'été.
        particles: first parts of verbs that may be split off: steigt *an*.
        ear: pairs of spellings that sound alike, the plainer one last.
        has_decimal_comma: 7,5 is seven and a half, and 7.500 is seven thousand five hundred.
        accents: what a letter without its mark is.
        has_head_last: the last noun is what a name names: atopic *dermatitis*.
        has_free_order: endings say who does what to whom, not the order.
        has_capital_nouns: all nouns are written as names are.
        has_compounds: nouns are written on to each other: Rotbuche.
        is_promised: whether slips and inflected forms are judged as in English.
        has_patronymics: a name has the father's behind the first: Л. Н. Толстой.
        has_slips: whether one letter may be a slip at all; in Japanese it may not.
    """

    code: str
    name: str
    articles: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    has_concord: bool = False
    who: frozenset[str] = frozenset()
    or_words: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    and_words: frozenset[str] = frozenset()
    directing: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    classifiers: frozenset[str] = frozenset()
    structures: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    endings: tuple[tuple[str, ...], ...] = ()
    learned: tuple[tuple[str, ...], ...] = ()
    clitics: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    perfects: frozenset[str] = frozenset()
    has_impersonal: bool = False
    elided: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    ear: tuple[tuple[str, str], ...] = ()
    has_decimal_comma: bool = False
    accents: Accents = Accents.LETTER
    has_head_last: bool = True
    has_free_order: bool = False
    has_capital_nouns: bool = False
    has_compounds: bool = False
    is_promised: bool = False
    has_patronymics: bool = False
    has_slips: bool = True
    silent: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "silent", self.articles | self.links | self.fillers)
        plain = {word.replace("ã", "a").replace("ú", "u") for word in self.negations}
        object.__setattr__(self, "negations", self.negations | plain)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in text.split())


def _endings(text: str) -> tuple[tuple[str, ...], ...]:
    """Return groups of endings: parted by spaces, their members by slashes; "-" is no ending."""
    return tuple(tuple(part.strip("-") for part in group.split("/")) for group in text.split())


def _ear(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((one, other.strip("-")) for one, other in (p.split(">") for p in text.split()))


ENGLISH = Language(
    "en",
    "English",
    openers=_words("first then next finally last lastly"),
    prepositions=_words("in on at by to for through via"),
    articles=_words("the a an"),
    links=_words("of in"),
    negations=_words(
        "no not non never without none neither nor cannot cant dont doesnt isnt arent wasnt werent "
        "didnt wont lack lacks lacking absent absence except"
    ),
    who=_words("who whom whose"),
    or_words=_words("or either"),
    against=_words("v vs versus"),
    directing=_words(
        "to from than v before after into under over causes inhibits activates AND OR"
    ),
    and_words=_words("and plus &"),
    fillers=_words(
        "both it its is are was were be been being has have had they called named "
        "this that some any my your his her our their ones"
    ),
    classifiers=_words("type class grade stage group category phase number no"),
    structures=_words("muscle nerve artery vein bone"),
    named=_words(
        "disease syndrome scale law test lake river mount mountain sea ocean island effect sign "
        "principle theorem equation constant number method reaction"
    ),
    endings=_endings("-/s/es y/ies/ied -/s/ed/ing e/es/ed/ing o/oes f/ves fe/ves ion/ium"),
    learned=_endings(
        "us/i/uses um/a/ums is/es on/a a/ae/as ex/ices/exes ix/ices ma/mata/mas nx/nges"
    ),
    ear=_ear("ph>f y>i ae>e oe>e ck>k c>k x>ks qu>kw rh>r gh>g sc>s"),
    accents=Accents.MARK,
    is_promised=True,
)
GERMAN = Language(
    "de",
    "German",
    has_compounds=True,
    sorts=_words(
        "prozess vorgang phänomen konzept begriff verfahren methode technik mechanismus prinzip"
    ),
    auxiliaries=_words("wurde wurden worden wird werden ist sind man"),
    perfects=_words("hat haben"),
    definite=_words("der die das den dem des"),
    prepositions=_words("im am beim zum zur ins ans durch"),
    openers=_words("zuerst dann danach schließlich zuletzt"),
    has_capital_nouns=True,
    has_free_order=True,
    articles=_words("der die das den dem des ein eine einen einem einer eines"),
    links=_words("von vom der des"),
    negations=_words("kein keine keinen keinem keiner keines nicht nie niemals ohne weder"),
    who=_words("wer wen wem wessen"),
    or_words=_words("oder bzw entweder beziehungsweise"),
    directing=_words("zu nach vor gegen als"),
    and_words=_words("und sowie &"),
    fillers=_words("es ist sind war waren wird werden sie er heißt"),
    classifiers=_words("typ klasse grad stadium gruppe nummer nr"),
    endings=_endings("-/e/en/n/s/es/er/ern/em e/en/es/er/em um/a/en us/en/i on/a a/en"),
    particles=_words(
        "ab an auf aus bei ein fort her hin los mit nach um vor weg zu zurück zusammen"
    ),
    ear=_ear("ph>f th>t ie>i dt>t ck>k y>ü ai>ei äu>eu rh>r tz>z v>f"),
    has_decimal_comma=True,
    is_promised=True,
)
FRENCH = Language(
    "fr",
    "French",
    sorts=_words("processus phénomène concept notion technique méthode mécanisme principe"),
    auxiliaries=_words("est sont été fut furent on"),
    perfects=_words("a ont"),
    definite=_words("le la"),
    prepositions=_words("de en dans au aux à par"),
    openers=_words("puis ensuite enfin d'abord"),
    articles=_words("le la les l un une des du"),
    links=_words("de du des d"),
    negations=_words("pas non sans jamais aucun aucune ni point"),
    has_concord=True,
    who=_words("qui"),
    or_words=_words("ou soit"),
    directing=_words("à contre avant après que"),
    and_words=_words("et &"),
    fillers=_words("c est ce sont il elle ne n à au aux en"),
    classifiers=_words("type classe grade stade groupe numéro"),
    endings=_endings(
        "-/s/e/es -/x al/aux/ale/ales eux/euse/euses if/ive/ifs/ives er/é/ée/és/ées/ent"
    ),
    elided=_words("l d qu n j s m t c"),
    ear=_ear("ph>f eau>o au>o th>t y>i ç>s qu>k ai>é ei>é"),
    has_decimal_comma=True,
    accents=Accents.MARK,
    has_head_last=False,
    is_promised=True,
)
SPANISH = Language(
    "es",
    "Spanish",
    sorts=_words("proceso fenómeno concepto noción técnica método mecanismo principio"),
    auxiliaries=_words("fue fueron sido se es"),
    perfects=_words("ha han"),
    definite=_words("el la los las"),
    prepositions=_words("en por"),
    openers=_words("luego después finalmente primero por_último"),
    articles=_words("el la los las un una unos unas lo"),
    links=_words("de del"),
    negations=_words("no sin nunca ningún ninguna ninguno ni jamás tampoco"),
    has_concord=True,
    who=_words("quién quiénes"),
    or_words=_words("o u"),
    directing=_words("a contra antes después que"),
    and_words=_words("y e &"),
    fillers=_words("es son está están se a al en"),
    classifiers=_words("tipo clase grado estadio grupo número"),
    endings=_endings("-/s/es o/os a/as z/ces ón/ones én/enes ín/ines és/eses"),
    clitics=_words("lo la los las le les me te se nos"),
    ear=_ear("h>- v>b z>s c>s ll>y qu>k j>g"),
    has_decimal_comma=True,
    accents=Accents.MARK,
    has_head_last=False,
    is_promised=True,
)
ITALIAN = Language(
    "it",
    "Italian",
    sorts=_words("processo fenomeno concetto nozione tecnica metodo meccanismo principio"),
    auxiliaries=_words("è fu furono stato stata stati state viene venne si"),
    definite=_words("il la i le"),
    prepositions=_words("in nel nella al per"),
    openers=_words("poi infine prima"),
    articles=_words("il lo la i gli le l un uno una del dello della dei degli delle dell"),
    links=_words("di del dello della dei degli delle dell d"),
    negations=_words("non no senza mai nessun nessuno nessuna né"),
    has_concord=True,
    who=_words("chi"),
    or_words=_words("o oppure ovvero"),
    directing=_words("a contro prima dopo che"),
    and_words=_words("e ed &"),
    fillers=_words("è sono in nel nella a al alla"),
    classifiers=_words("tipo classe grado stadio gruppo numero"),
    endings=_endings("o/i a/e e/i co/chi/ci ca/che go/ghi/gi ga/ghe"),
    elided=_words("l un dell all nell dall sull d c s quell"),
    clitics=_words("lo la li le gli mi ti si ci vi ne"),
    ear=_ear("h>- q>c"),
    has_decimal_comma=True,
    accents=Accents.MARK,
    has_head_last=False,
    is_promised=True,
)
PORTUGUESE = Language(
    "pt",
    "Portuguese",
    sorts=_words("processo fenômeno fenómeno conceito noção técnica método mecanismo princípio"),
    auxiliaries=_words("foi foram sido se é"),
    definite=_words("o a os as"),
    prepositions=_words("em no na nos nas por"),
    openers=_words("depois finalmente primeiro por_fim"),
    articles=_words("o a os as um uma uns umas"),
    links=_words("de do da dos das d"),
    negations=_words("não sem nunca nenhum nenhuma nem jamais"),
    has_concord=True,
    who=_words("quem"),
    or_words=_words("ou"),
    directing=_words("a contra antes depois que"),
    and_words=_words("e &"),
    fillers=_words("é são está em no na ao à"),
    classifiers=_words("tipo classe grau estádio grupo número"),
    endings=_endings("-/s/es o/os a/as al/ais el/éis ol/óis m/ns"),
    learned=_endings("ão/ões/ães/ãos"),
    elided=_words("d"),
    ear=_ear("h>- ç>s ss>s z>s x>ch y>i ph>f"),
    has_decimal_comma=True,
    accents=Accents.MARK,
    has_head_last=False,
    is_promised=True,
)
DUTCH = Language(
    "nl",
    "Dutch",
    has_compounds=True,
    sorts=_words("proces verschijnsel begrip concept techniek methode mechanisme principe"),
    auxiliaries=_words("is zijn werd werden wordt worden men"),
    perfects=_words("heeft hebben"),
    definite=_words("de het"),
    prepositions=_words("in op door"),
    openers=_words("dan daarna tenslotte eerst"),
    articles=_words("de het een t n der"),
    links=_words("van"),
    negations=_words("geen niet nooit zonder noch"),
    who=_words("wie"),
    or_words=_words("of ofwel hetzij"),
    directing=_words("naar voor tegen dan"),
    and_words=_words("en alsook &"),
    fillers=_words("is zijn was wordt worden ze hij"),
    classifiers=_words("type klasse graad stadium groep nummer nr"),
    endings=_endings("-/s/e/en/n/ën/t/er -/es um/a us/i"),
    particles=_words("aan af bij door in mee na neer om onder op over terug toe uit voor weg"),
    ear=_ear("ph>f th>t ij>ei y>i ck>k c>k ou>au dt>t z>s v>f"),
    has_decimal_comma=True,
    accents=Accents.MARK,
    is_promised=True,
)
RUSSIAN = Language(
    "ru",
    "Russian",
    sorts=_words("процесс явление понятие метод механизм принцип"),
    auxiliaries=_words("был была было были"),
    has_impersonal=True,
    openers=_words("затем потом наконец сначала"),
    prepositions=_words("в на"),
    has_free_order=True,
    negations=_words("не нет без ни никогда"),
    has_concord=True,
    who=_words("кто кого кем кому"),
    or_words=_words("или либо"),
    directing=_words("к от до после против"),
    and_words=_words("и также а_также &"),
    fillers=_words("это в на"),
    classifiers=_words("тип класс степень стадия группа номер типа класса группы"),
    endings=_endings(
        "-/а/у/ом/е/ы/и/ов/ам/ами/ах/ой/ою/ей ь/я/ю/ем/и/ей/ям/ями/ях/ью "
        "й/я/ю/ем/и/ев е/я/ю/ем/и о/а/у/ом/е/ия ия/ии/ию/ией/ий/иям/иями/иях "
        "ый/ая/ое/ые/ого/ому/ым/ом/ой/ую/ых/ыми "
        "ий/ая/яя/ее/ие/ого/его/ому/ему/им/ем/ую/юю/их/ими/ое/ой"
    ),
    ear=_ear("о>а э>е ё>е е>и щ>ш"),
    has_patronymics=True,
    has_decimal_comma=True,
    is_promised=True,
)
ARABIC = Language(
    "ar",
    "Arabic",
    negations=_words("لا ليس غير بدون لم لن"),
    or_words=_words("أو او أم"),
    and_words=_words("و"),
    has_decimal_comma=True,
    has_head_last=False,
)
JAPANESE = Language(
    "ja", "Japanese", or_words=_words("または 又は か"), and_words=_words("と"), has_slips=False
)

LANGUAGES = {
    row.code: row
    for row in (
        ENGLISH,
        GERMAN,
        FRENCH,
        SPANISH,
        ITALIAN,
        PORTUGUESE,
        DUTCH,
        RUSSIAN,
        ARABIC,
        JAPANESE,
    )
}
_WITHOUT_SPACES = frozenset({"zh", "yue", "th", "lo", "km", "my"})  # judged as Japanese is


def language_of(code: str) -> Language:
    """Return the row of `code` ("de", "de-AT"); one that is judged exactly where there is none."""
    short = code.casefold().replace("_", "-").split("-")[0]
    known = LANGUAGES.get(short)
    return known or Language(
        short, code, has_free_order=True, has_slips=short not in _WITHOUT_SPACES
    )
