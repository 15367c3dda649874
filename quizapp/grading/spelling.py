"""Spelling that means the same: British for American, a plural for its singular. Data."""

import re

# British stems and their American forms; the first that fits a place is taken.
BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"rrhoea", "rrhea"),
        (r"pnoea", "pnea"),
        (r"oedem", "edem"),
        (r"oesoph", "esoph"),
        (r"oestr", "estr"),
        (r"foet", "fet"),
        (r"coel", "cel"),
        (r"homoeo", "homeo"),
        (r"amoeb", "ameb"),
        (r"haem", "hem"),
        (r"aemi", "emi"),
        (r"paed", "ped"),
        (r"gynaec", "gynec"),
        (r"anaes", "anes"),
        (r"caec", "cec"),
        (r"faec", "fec"),
        (r"caesa", "cesa"),
        (r"aeti", "eti"),
        (r"leuco", "leuko"),
        (r"leuca", "leuka"),
        (r"leuke", "leuke"),
        (r"sulph", "sulf"),
        (r"(?<=..)isation", "ization"),
        (r"(?<=...)is(e|ed|es|ing)$", r"iz\1"),
        (r"(?<=..)ys(e|ed|es|ing)$", r"yz\1"),
        (r"(?<=[a-z]{2}[^aeiou])our(?=s?$|ed$|ing$|al$|able$)", "or"),
        (r"(?<=..)ogue(?=s?$)", "og"),
        (r"(?<=.)ae(?=[bcdfghlmnprstv])", "e"),
        (r"^programme", "program"),
        (r"^(cent|lit|met|fib|tit|calib|spect|theat|goit)re(?=s?$)", r"\1er"),
        (r"^(cent|milli|kilo|deci|nano|micro)(i?)(met|lit)re(?=s?$)", r"\1\2\3er"),
        (r"^aluminium", "aluminum"),
        (r"^artefact", "artifact"),
        (r"^grey", "gray"),
        (r"^(m)ould", r"\1old"),
        (r"^tyre", "tire"),
        (r"^(def|lic|off|pret)ence", r"\1ense"),
        (r"^practise", "practice"),
    )
)

# Words that look like one of the above and are none.
NOT_BRITISH = frozenset(
    {"four", "hour", "pour", "sour", "tour", "your", "flour", "contour", "aerobic", "rise", "wise"}
)

PLURALS = {
    "children": "child",
    "corpora": "corpus",
    "data": "datum",
    "feet": "foot",
    "genera": "genus",
    "geese": "goose",
    "lice": "louse",
    "men": "man",
    "mice": "mouse",
    "people": "person",
    "teeth": "tooth",
    "viscera": "viscus",
    "women": "woman",
}

# Endings of plurals and what they are of; a word may be the plural of more than one.
PLURAL_ENDINGS = tuple(
    (re.compile(plural), singular)
    for plural, singular in (
        (r"(?<=..)ies$", "y"),
        (r"(?<=...)(ss|x|z|ch|sh)es$", r"\1"),
        (r"(?<=..)([aeio])ses$", r"\1sis"),
        (r"(?<=..)uses$", "us"),
        (r"(?<=..)(xes|ces)$", "x"),
        (r"(?<=..)ices$", "ex"),
        (r"(?<=..)nges$", "nx"),
        (r"(?<=..)ides$", "is"),
        (r"(?<=...)mata$", "ma"),
        (r"(?<=...)ae$", "a"),
        (r"(?<=...)i$", "us"),
        (r"(?<=..)(i|e|v|er|ur|ul|t|n|d|r)a$", r"\1um"),
        (r"(?<=...)ia$", "ion"),
        (r"(?<=..[^aeiou])a$", "on"),
        (r"(?<=..)ves$", "f"),
        (r"(?<=...)es$", "e"),
        (r"(?<=...[^sui])s$", ""),
    )
)

# Words that end like a plural and are none.
SINGULAR = frozenset(
    {
        "aids",
        "caries",
        "diabetes",
        "herpes",
        "measles",
        "mumps",
        "rabies",
        "rickets",
        "scabies",
        "series",
        "shingles",
        "species",
    }
)

# A shorter form of the same word.
SHORT = {"transplant": "transplantation"}

STOP_WORDS = frozenset({"the", "an", "of", "and"})
COUNTED = frozenset(
    {
        "category",
        "class",
        "cn",
        "complex",
        "degree",
        "factor",
        "fiber",
        "grade",
        "group",
        "level",
        "nerve",
        "part",
        "phase",
        "stage",
        "type",
        "war",
    }
)
ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
    "xi": "11",
    "xii": "12",
    "xiii": "13",
}
ORDINALS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
}
GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "ζ": "zeta",
    "η": "eta",
    "θ": "theta",
    "ι": "iota",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "ν": "nu",
    "ξ": "xi",
    "π": "pi",
    "ρ": "rho",
    "σ": "sigma",
    "ς": "sigma",
    "τ": "tau",
    "υ": "upsilon",
    "φ": "phi",
    "χ": "chi",
    "ψ": "psi",
    "ω": "omega",
}
