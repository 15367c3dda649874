"""Spelling that means the same: British for American, a plural for its singular. Data."""

import re

from quizapp.grading.old.listed import listed

# British stems and their American forms, applied one after another.
BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"rrhoe", "rrhe"),
        (r"pnoe", "pne"),
        (r"(?<!angi)oedem", "edem"),
        (r"oesoph", "esoph"),
        (r"oestr", "estr"),
        (r"foet", "fet"),
        (r"coel", "cel"),
        (r"homoeo", "homeo"),
        (r"amoeb", "ameb"),
        (r"manoeuv", "maneuv"),
        (r"haem", "hem"),
        (r"aemi", "emi"),
        (r"paed", "ped"),
        (r"gynaec", "gynec"),
        (r"^(an)?aes", r"\1es"),
        (r"caec", "cec"),
        (r"faec", "fec"),
        (r"aeti", "eti"),
        (r"leuc([aeo])(?!vor|v)", r"leuk\1"),
        (r"sulph", "sulf"),
        (r"(?<=..)isation", "ization"),
        (r"(?<=...)is(e|ed|es|ing)$", r"iz\1"),
        (r"(?<=..)ys(e|ed|es|ing)$", r"yz\1"),
        (
            (
                r"^(arm|behavi|cand|clam|col|discol|end|fav|ferv|flav|glam|harb|hon|hum|lab|neighb"
                r"|od|parl|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig)our"
            ),
            r"\1or",
        ),
        (r"(?<=..)ogue(?=s?$)", "og"),
        (r"(?<=.)aen(?=[aio])", "en"),
        (r"chaet", "chet"),
        (r"^(arch|medi|pal)ae", r"\1e"),
        (r"^(c|l|n|pr)ae(?=[sv])", r"\1e"),
        (r"^programme", "program"),
        (r"^(cent|lit|met|fib|tit|calib|spect|theat|goit)re(?=s?$)", r"\1er"),
        (r"^(cent|milli|kilo|deci|nano|micro)(i?)(met|lit)re(?=s?$)", r"\1\2\3er"),
        (r"^aluminium", "aluminum"),
        (r"^artefact", "artifact"),
        (r"^grey", "gray"),
        (r"^mould", "mold"),
        (r"^plough", "plow"),
        (r"^tyre", "tire"),
        (r"^sceptic", "skeptic"),
        (r"^(def|lic|off|pret)ence", r"\1ense"),
        (r"^practise", "practice"),
        (r"(?<=.{4}[aeiou])ll(?=ed$|ing$)", "l"),
    )
)

# Any of the above at all: most words have none, and need not be tried with each.
BRITISH_AT_ALL = re.compile("|".join(f"(?:{british.pattern})" for british, _ in BRITISH))

# Words that look like one of the above and are none.
NOT_BRITISH = listed("""
    arise bitwise bruise concise disguise exercise expertise likewise malaise otherwise paradise
    poise praise precise premise promise raise revise rise supervise surprise televise tortoise wise
    """)

PLURALS = {
    "appendices": "appendix",
    "children": "child",
    "corpora": "corpus",
    "data": "datum",
    "feet": "foot",
    "foramina": "foramen",
    "genera": "genus",
    "geese": "goose",
    "lice": "louse",
    "lumina": "lumen",
    "men": "man",
    "mice": "mouse",
    "ova": "ovum",
    "people": "person",
    "teeth": "tooth",
    "testes": "testis",
    "viscera": "viscus",
    "women": "woman",
}

# Endings of plurals and what they are of; a word may be the plural of more than one.
PLURAL_ENDINGS = tuple(
    (re.compile(plural), singular)
    for plural, singular in (
        (r"(?<=..)ies$", "y"),
        (r"(?<=...)(ss|x|z|ch|sh)es$", r"\1"),
        (r"(?<=..)([aeioy])ses$", r"\1sis"),
        (r"(?<=..)uses$", "us"),
        (r"(?<=..)(xes|ces)$", "x"),
        (r"(?<=..)ices$", "ex"),
        (r"(?<=..)nges$", "nx"),
        (r"(?<=..)ides$", "is"),
        (r"(?<=...)mata$", "ma"),
        (r"(?<=...)ae$", "a"),
        (r"(?<=...)i$", "us"),
        (r"(?<=..)(i|e|v|er|ur|ul|t|n|d|r)a$", r"\1um"),
        (r"(gangl|criter|orchid|chondr)ia$", r"\1ion"),
        (r"(men|mat|tax|zo)a$", r"\1on"),
        (r"(?<=..)ves$", "f"),
        (r"(?<=...)es$", "e"),
        (r"(?<=...[^sui])s$", ""),
    )
)

# Words that end like a plural and are none.
SINGULAR = listed("""
    aids alumina ammonia ascites athens atlas bias biceps brussels caries ceria comma cyprus
    diabetes edwards facies forceps gas germania glans graves hafnia herpes honduras hives india
    kansas lens lithia magnesia maldives mathematics measles mons mumps naples netherlands pancreas
    physics pons pylori quadriceps rabies rickets scabies series shingles silica species strontia
    tabes texas thoria titania trans triceps typhi wales yttria zirconia
    """)

# A shorter form of the same word.
SHORT = {
    "transplant": "transplantation",
    "transplants": "transplantation",
    "infarct": "infarction",
    "infarcts": "infarction",
    "embolus": "embolism",
    "emboli": "embolism",
}

STOP_WORDS = frozenset({"the", "of", "and"})

# Behind one of these a single letter is a Roman numeral: type I, factor X.
COUNTED = listed("""
    category chapter class cn complex degree factor fiber grade group hypersensitivity level nerve
    part phase stage type war
    """)
SMALL_ROMAN = {"i": "1", "v": "5", "x": "10"}
ROMAN = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "xi": "11",
    "xii": "12",
    "xiii": "13",
    "xiv": "14",
    "xv": "15",
    "xvi": "16",
    "xvii": "17",
    "xviii": "18",
}
IN_DIGITS = {
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
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
    "sixth": "6th",
    "seventh": "7th",
    "eighth": "8th",
    "ninth": "9th",
    "tenth": "10th",
    "eleventh": "11th",
    "twelfth": "12th",
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

# What sounds alike: a slip that leaves the sound as it is points to the word that was meant.
SOUNDS = tuple(
    (re.compile(written), heard)
    for written, heard in (
        (r"ph", "f"),
        (r"^(pn|gn|kn)", "n"),
        (r"^ps", "s"),
        (r"rh", "r"),
        (r"th", "t"),
        (r"sch?(?=[eiy])", "s"),
        (r"c(?=[eiy])", "s"),
        (r"ch|ck|q|c", "k"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
