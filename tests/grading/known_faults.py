"""Answers that the judge does not judge as an expert would, by the laws that it is to keep.

The tables hold the expert's outcome all the same. Nothing may join these sets unnoticed, and what
is mended must leave them.
"""

# What is another thing, and passes: a slip that is a word, or a rule that reaches too far.
WRONG_ACCEPTS = {
    "terms": {
        ("Down syndrome", "down"),
        ("elevator", "levator"),
        ("enuresis", "anuresis"),
        ("granuloma", "granulosa"),
        ("hemolysis", "homolysis"),
        ("ileitis", "iliitis"),
        ("insulin", "inulin"),
        ("keratin", "keratan"),
        ("ketone", "ketose"),
        ("malate", "maleate"),
        ("meiosis", "miosis"),
        ("mitosis", "miosis"),
        ("myoma", "myxoma"),
        ("myxoma", "myoma"),
        ("optic nerve", "otic nerve"),
        ("orogenesis", "oogenesis"),
        ("osteal", "ostial"),
        ("ostial", "osteal"),
        ("pylitis", "pyelitis"),
        ("ridiculitis", "radiculitis"),
        ("rubella", "rubeola"),
        ("stasis", "staxis"),
        ("thymoma", "thyroma"),
        ("tracheotomy", "trachelotomy"),
        ("trachitis", "tracheitis"),
        ("urethritis", "ureteritis"),
        ("villus", "villous"),
    },
    "nl": {
        ("zo'n", "zon"),
    },
}

# What is right, or a part of it, and is refused or asked about.
WRONG_REFUSALS = {
    "terms": {
        ("Crohn disease", "crohm disease"),
        ("Isaac Newton", "Issac Newton"),
        ("J Pediatr", "Journal of Pediatric"),
        ("amoxicillin", "amoxycillin"),
        ("appendectomy", "appendicectomy"),
        ("bone marrow transplantation", "bone marrow transplant"),
        ("bone marrow transplantation", "bone-marrow transplant"),
        ("chronic diarrhea", "diarrhea chronic"),
        ("hematopoietic stem cell transplantation", "haematopoietic stem cell transplant"),
        ("liver transplantation", "Liver transplants"),
        ("liver transplantation", "liver transplant"),
        ("trimethoprim-sulfamethoxazole", "sulfamethoxazole-trimethoprim"),
        ("trimethoprim-sulfamethoxazole", "trimethoprim and sulfamethoxazole"),
        ("vasodilation", "vasodilatation"),
        ("Ångström", "Aangstroem"),
    },
    "numbers": {
        ("1", "a single one"),
        ("13", "13 of 56 patients died"),
        ("13", "13 patients died"),
        ("131", "vol 131"),
        ("131", "volume 131"),
        ("23", "13 (23 %)"),
        ("56", "all 56"),
        ("7.4", "pH 7.4"),
    },
    "lists": {
        ("vitamin A|vitamin D|vitamin E|vitamin K", "A vitamin, D vitamin, E vitamin, K vitamin"),
    },
    "de": {
        ("9. November 1989", "am neunten November 1989"),
    },
    "fr": {
        ("beau", "bel"),
        ("beau", "belle"),
        ("j'aime lire", "je aime lire"),
        ("la boîte", "boite"),
    },
    "es": {
        ("el testigo", "la testigo"),
        ("levantarse", "se levanta"),
        ("lo voy a hacer", "voy a hacerlo"),
    },
    "it": {
        ("il caffè", "caffe"),
        ("lavarsi", "si lava"),
        ("lo devo fare", "devo farlo"),
    },
    "pt": {
        ("bom", "boa"),
        ("bom", "bons"),
        ("dar-lhe-ei", "lhe darei"),
        ("disse-me", "me disse"),
        ("o cão", "os cães"),
    },
    "nl": {
        ("22", "tweeentwintig"),
        ("Vincent van Gogh", "Van Gogh"),
        ("rood|wit|blauw", "zowel rood als wit en blauw"),
        ("zo'n", "zo een"),
    },
    "ru": {
        ("1380", "тысяча триста восьмидесятый"),
        ("корень|стебель|лист", "корень, лист, а также стебель"),
        ("лёд", "льда"),
    },
}

# What is another thing, and is asked about: two answers, a prefix, a sign, or roles turned round.
WRONG_QUESTIONS = {
    "terms": {
        ("Graves disease", "grave"),
        ("normal", "para normal"),
    },
    "de": {
        ("Sie holt ihn um acht ab", "Er holt sie um acht ab"),
    },
    "ru": {
        ("Собака кусает человека", "Человек кусает собаку"),
    },
}

# What passes as long as the words of a language are not built: nobody knows yet that it is a word.
ACCEPTED_WITHOUT_WORDS = {
    "terms": {
        ("Down syndrome", "down"),
        ("biceps brachii", "bicep brachii"),
    },
    "numbers": {
        ("3", "tree"),
    },
    "it": {
        ("il pesce", "la pesca"),
    },
    "nl": {
        ("zo'n", "zon"),
    },
}
