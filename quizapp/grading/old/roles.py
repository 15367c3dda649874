"""What a word does in a phrase: it denies, turns, hedges, or only says what kind of thing. Data."""

from quizapp.grading.old.affixes import PREFIXES
from quizapp.grading.old.listed import listed

NEGATIONS = listed("""
    no non not never without none neither nor cannot isnt doesnt wasnt dont arent except but lack
    lacking lacks absence absent un anti pseudo unlike
    """)

# As a word of its own it turns what stands beside it into something else.
TURNING = (
    NEGATIONS
    | {part for group in PREFIXES for part in group if part}
    | listed("""
        low high decreased increased reduced elevated deficient deficiency loss gain former false
        raised lowered impaired defective abnormal normal opposite less more excess resistance
        resistant inhibitor inhibition blocker blockade receptor ligand antagonist agonist antibody
        autoantibody analog precursor deficit removal absence lack depletion free
        """)
)

# What a learner may leave out at the end of a name: Crohn for Crohn disease.
TITLES = frozenset({"disease", "syndrome", "disorder"})

# The same behind the name of a person: Krebs for Krebs cycle.
NAMED = listed("cycle sign test reflex law theorem criteria score classification")

# Behind the key these only say what kind of thing it is.
KINDS = listed("""
    species sp spp gene protein molecule hormone enzyme organism bacterium fungus virus parasite
    city country river state language procedure method test year month week day hour type group
    class family ion element
    """)

# Alone these say nothing of what was asked.
GENERIC = (
    TITLES
    | KINDS
    | listed("""
        acid agent agonist algorithm antagonist area array artery battle blocker body bone
        carboxylase cause cell channel condition count deficiency dehydrogenase dna drug duct
        encryption factor function gland hydroxylase infection inhibitor involvement joint key
        kinase king level ligand ligase line list loop lyase muscle mutation nerve node
        operation organ oxidase part patient person phosphatase pointer polymerase president
        protocol rate ratio receptor reductase region republic response rna search sign
        statement study surgery symptom synthase synthetase system table test therapy tissue
        tract transferase transplantation treatment tree valve variable vein vessel war
        """)
)

# Nor do these, which say how, when or on which side.
QUALIFIERS = listed("""
    acute chronic subacute severe mild moderate primary secondary left right upper lower anterior
    posterior superior inferior medial lateral proximal distal internal external major minor
    common rare general local systemic early late recurrent persistent
    """)

# Words that say nothing: a learner is unsure of one answer, or speaks in a sentence.
SOFTENERS = listed("""
    maybe perhaps probably possibly guess think it is its i a this that called was were are they
    likely suppose believe answer
    """)

# Between two things these say which comes first: their order matters.
DIRECTIONS = listed("""
    to from than before after into onto over under versus vs by then toward towards through via
    against causes inhibits activates minus divided per
    """)

# Endings of words that name one thing of many: another such word is another answer.
CLASS_ENDINGS = tuple(
    listed("""
    itis osis emia penia uria oma pathy philia algia plegia trophy plasia ectomy ostomy otomy
    oscopy plasty coccus bacter bacillus virus ella monas plasma mab nib pril sartan olol azole
    cillin mycin cycline floxacin statin dipine zepam zolam caine vir tidine prazole gliptin ase
    ose ide ate ium cyte blast globin globulin
    """)
)

LATIN_NOUN_ENDINGS = ("a", "us", "um", "is", "es", "as", "men", "or")

# Endings of the second word of a Latin name, whose first word is what it is about.
LATIN_ENDINGS = ("ae", "ii", "i", "us", "um", "is", "es", "ens", "ans", "rum", "osa", "ale", "a")
NOT_LATIN_ENDINGS = (
    "itis", "osis", "iasis", "emia", "oma", "uria", "penia", "pnea", "onia", "ysis", "sclerosis",
    "virus", "fungus", "sepsis", "crisis", "stasis", "coma", "edema", "trauma", "paresis",
)  # fmt: skip
