"""Words of one meaning, and of opposite meanings, wherever science is written. Values only.

A word of one field is never listed here: what such a list would need to know of medicine or of
physics is learned from the deck (its concepts) or stays unproved.
"""

from collections.abc import Mapping

# Rows are parted by semicolons and named by their first word; a word may be in two rows.
_SYNONYM_ROWS = """
    next following subsequent ensuing; proportion share percentage fraction; effective efficacy;
    increase rise rose risen raise higher add greater more larger grow growth elevate upward
    gain above boost heighten exceed longer surpass; decrease reduce reduction fell fallen lower
    fewer less smaller below decline fall drop diminish downward shorten cut lessen shorter loss
    lose shrink; similar resemble same equal comparable unchanged identical equivalent; differ
    different difference distinct vary variation unlike various; improve advantage better
    benefit beneficial enhance; worse worsen deteriorate impair poor poorer; cause causedby
    ofcause produce induce result lead due provoke trigger underlie elicit reason therefore;
    associate accompany link correlate relate relationship relation connection coincide;
    mortality death die deceased kill fatal dead lethal fatality; survive alive survivor; child
    children pediatric childhood infant; woman women female girl; man men male boy; elderly old
    older aged; adult grown; hospital inpatient admission admit; treat treatment therapy
    therapeutic; drug medication medicine pharmacological agent compound; liver hepatic; kidney
    renal; heart cardiac; lung pulmonary; brain cerebral; blood hematological; skin cutaneous
    dermal; bone osseous skeletal; stomach gastric; disease disorder illness condition syndrome;
    damage injury harm lesion; frequent often common frequently usual usually prevalent
    widespread; rare rarely seldom infrequent uncommon; many numerous multiple multi several;
    most majority mostly mainly predominantly largely primarily chiefly; all every everyone
    entire whole always invariably universal; only alone solely exclusively merely sole just
    restrict confine; some certain partly partially sometimes occasionally occasional part
    subset; may might could possibly possible perhaps potentially suggest likely probably
    probable presume apparently seem appear indicate imply believe think hypothesize expect
    suspect putative assume; show demonstrate reveal; prove proof confirm establish definitive;
    allocate assign randomize allocation; first initial initially earliest; last final finally
    latest; main principal chief primary key major leading central; previous prior earlier
    former preexisting before past preceding beforehand; after subsequent later post afterwards;
    begin began begun onset start initiate commence; large big great considerable considerably
    marked markedly substantially huge strong; small little slight minor low; fast rapid quick
    rapidly quickly speed; slow slowly gradual gradually; new novel; dose dosage; daily day;
    year yearly annual annually; month monthly; week weekly; hour hourly; average mean; median
    midpoint; quick short brief; long lengthy prolonged; country nation; region area; city urban
    town; farm agricultural; predict forecast projection; accurate accuracy precise; need
    require necessary necessitate; help aid assist support; stop halt cease discontinue end;
    prevent avert protect; allow permit enable; affect influence impact effect; contain include
    comprise; connect join couple; split divide separate; replace substitute; choose select;
    estimate approximate calculation; strategy approach technique procedure; propose introduce;
    build construct; create generate; mechanism pathway process; cell cellular; gene genetic;
    protein proteinaceous; virus viral; bacterium bacterial; plant vegetation; animal fauna;
    tree forest woodland; bird avian; water aquatic; sea ocean marine oceanic; soil ground; sun
    solar; moon lunar; star stellar; earth terrestrial; heat thermal warm; cold cool; light
    optical; vision visual sight see; hear auditory hearing; language linguistic; memory recall
    remember; mood affective; worker employee staff; employ employment job; pay wage salary
    earnings; income earning; cost expense price; money monetary financial; cheap inexpensive;
    school educational education; student pupil; teacher teaching; household family; home house;
    buy purchase; car vehicle; error mistake inaccuracy; weight mass heavy; height tall high;
    complete full fully entirely total; absent missing lacking; sleep asleep; smoke smoking
    smoker; diet dietary; sex gender; suffer have; arise stem origin emerge; come originate;
    persist continue last endure; relapse recur recurrent; recover recovery; cure curative; stay
    duration length; clinic clinical; doctor physician clinician; nurse nursing; surgery
    surgical operate; anxious anxiety; sad sadness; chance risk probability likelihood odds;
    trait feature characteristic property; compose consist; attain achieve reach score; best
    top; adverse side unwanted; duration last; keep retain maintain preserve; spread propagate;
    harm harmful; withdraw dropout; enroll enrol recruit participate join; tired fatigue; fear
    afraid; teenager adolescent youth; baby newborn neonatal infant; war conflict; trade
    commerce; ship vessel; excavate dig; grave burial bury tomb; pottery ceramic; letter
    correspondence; law legal legislation; rain rainfall precipitation; ice glacier glacial;
    river stream; eat feed diet consume ingest food; leaf leaves foliage; flower bloom blossom;
    breed reproduce; extinct vanish disappear; orbit orbital; galaxy galactic; bright luminosity
    luminous; distance distant away; layer film coating; thick thickness; software program;
    network net; secure security; image picture photograph photo; speak speech spoken; correct
    accurate; wrong incorrect false; human people; beat outperform; gather collect; answer
    respond reply; ask question interview; permanent lasting; hinder impede hamper obstruct;
    especially particularly notably; coat cover; lose lost; maximum maximal largest highest
    greatest peak; minimum minimal lowest smallest least; grow grew grown; merge merger coalesce
    fuse fusion; rely depend base reliant; emit release; absorb uptake; govern rule; circle
    orbit; difficult hard harder; easy easier simple simpler; argue contend claim; attribute
    ascribe; understand comprehend comprehension; reader read; wake awake; strength strong
    strengthen; weakness weak weaker weaken; forbid ban prohibit; vote voter; inhabitant
    resident; wealthy rich wealth; poverty poor; cattle cow bovine; mouse murine; nerve neural
    neuron nervous; muscle muscular; eye ocular; tooth dental; cancer tumor malignancy carcinoma
    neoplasm; bleeding hemorrhage bleed; fever febrile; vaccine immunization immunize; pregnancy
    pregnant; birth born; mother maternal; father paternal; mouth oral; gut intestine bowel;
    vessel vascular; artery arterial; vein venous; spine spinal; toxin toxic poison; obesity
    obese; fracture break broken; trust trustworthy; author writer; occasion event; avert avoid;
    independent autonomous; hazard danger dangerous; visible seen; bigger larger; tiny small;
    finish complete; fewer less; young younger youth; ancient prehistoric; suppress inhibit;
    boost promote stimulate; trigger elicit; block inhibit; destroy destruction; migrate
    migration; warm warmer; moist humid wet moisture; dry arid drought; within inside; adjacent
    next beside; intervention programme
    """
# Pairs of which one word denies the other; a word that names a row stands for all of it.
_OPPOSITES = """
    superior/inferior sooner/later
    increase/decrease increase/similar decrease/similar differ/similar improve/worse
    improve/similar worse/similar good/poor good/bad
    high/low upper/lower early/late earlier/later previous/after
    first/last frequent/rare many/few most/minority positive/negative normal/abnormal
    normal/defective male/female man/woman child/adult acute/chronic mild/severe weak/strong
    active/inactive slow/fast long/short large/small rich/poor young/old new/old cold/heat wet/dry
    warm/cool warmer/cooler wetter/drier single/multiple simple/complex direct/indirect
    internal/external inner/outer left/right north/south east/west northern/southern
    eastern/western benign/malignant safe/unsafe success/failure succeed/fail survive/mortality
    presence/absence present/absent maximum/minimum above/below within/outside inside/outside
    superficial/deep proximal/distal anterior/posterior rural/city thick/thin wide/narrow
    broad/narrow light/heavy public/private linear/nonlinear stable/unstable recover/relapse
    accept/reject support/refute confirm/refute dominant/recessive effective/ineffective
    sensitive/resistant open/closed winter/summer day/night dark/bright near/far gain/loss
    profit/loss proximate/distant activate/inhibit promote/inhibit stimulate/inhibit
    facilitate/inhibit cheap/cost voluntary/involuntary include/exclude attract/repel
    expand/contract strengthen/weaken accelerate/decelerate faster/slower stronger/weaker
    easy/difficult older/younger advance/delay soften/harden
    """


def _index_rows() -> dict[str, frozenset[str]]:
    """Return the rows that each word is in."""
    found: dict[str, set[str]] = {}
    for row in _SYNONYM_ROWS.split(";"):
        first, *others = row.split()
        for word in (first, *others):
            found.setdefault(word, set()).add(f"~{first}")
    return {word: frozenset(rows) for word, rows in found.items()}


ROWS: Mapping[str, frozenset[str]] = _index_rows()


def _index_opposites() -> dict[str, frozenset[str]]:
    """Return what denies each word or row."""
    found: dict[str, set[str]] = {}
    for pair in _OPPOSITES.split():
        sides = pair.split("/")
        for one, other in (sides, sides[::-1]):
            for key in _keys_of(one):
                found.setdefault(key, set()).update(_keys_of(other))
    return {key: frozenset(keys) for key, keys in found.items()}


def _keys_of(word: str) -> tuple[str, ...]:
    """Return the row that a word names; the word itself where it names none."""
    return (f"~{word}",) if f"~{word}" in ROWS.get(word, ()) else (word,)


OPPOSITES: Mapping[str, frozenset[str]] = _index_opposites()
