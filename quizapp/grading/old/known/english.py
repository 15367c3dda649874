"""Plain English, and what all sciences share. Data, as `quizapp.grading.old.normal` leaves words."""

WORDS = """
abduct abducted abduction abductive ability able abnormal abominable about above abrasion abrasive
absence absent absolute absorb absorbance absorption abuse acceleration accept access accident
accommodation account accumulation accuracy accurate acellular ache achieve acquired acrosome
across action activation active actual acute adapt addend addition adduct adducted adduction
adequate adhere adhesive adipocyte adjacent adjust adjuvant admittance adore adrenergic adsorb
adsorption adult advance adverse advice aerobe aerobic affect afferent afferents affluent after
afterload against aged agent agglutination aggregation aggressive agonist agronomy alarm albumen
alert alien align alike alive allergen allergenic alligator alliteration alloantibody allogeneic
allograft alloimmune allosome allotype allow allusion alone alpha alter alternate altimeter
altruism always ambient ambulation ambulatory ammeter among amount amperage ample amplitude
anabolic anabolism anabolize anaerobe anaerobic analgesic analog analysis anaphase anaphylactic
anaphylactoid andrew androgenic anemometer anergy anesthetic aneuploid anger angiosperm angle
animal anne annual anomalous anoxic answer antacid antagonist anterior anterograde anther
antibiotic antibodies anticoagulant antidiuretic antiemetic antifungal antigenic antihistamine
antipyretic antiseptic antiserum antitoxin antivenom antiviral apiary appear appetite apple apply
area arise arrange arrive arrow arterial arteriovenous articulation ascend ascendant ascending
ascent aspect aspire assay assess assimilation assist association assonance assume assumption
astrocyte astrology astronomy asymptomatic asynaptic atrial attach attack attempt attend attending
attraction atypical auction auditor aural auricular auscultate autoantibody autograft autoimmune
autoimmunity autologous autonomy autosomal autosome autotroph autumn available average aversion
aviary avoid awake aware axial baby back bacon bacteriology balance ball ballet band bank barb
bariatric bark barometer barrier basal base basic basin basis basophil bath beach bead beam bean
bear beard beast beat beef been beer beetle before begin behavior being belief bell belly below
belt bench bend beneath benign berry best beta better between beyond bias biliary bilious bill
bind biology biosynthesis bird birth bisection bite bitter black blade blame bland blank blast
blastula bleach bleed blend blind blink blister bloat blond bloom blot blow blue blunt blur blush
board boat body boil bold bolt bomb bond book boost boot border bore born botany both bottle
bottom bound bounded bowl brace braid brake branchial brand brave bread break breath breathe
breech breed brew brick bridge brief bright bring brisk brittle broad broken bronchial brood broom
broth brother brow brown brush buccal bucket bulb bulge bulk bull bump bundle burden burst bury
bush butter butterfly button cable cadaver cage cake calculation caliber caliper call calm
calorimeter camel camera camp canal candle cane canoe capable capacitance capacity cape capital
capsulation capture carcinogen carcinogenic card cardial cardinal cardiogenic cardiologist
cardiology care career careful carpet carry cart case cask cast casual catabolic catabolism
catabolize catharsis cathartic catheter cattle causal causation cause caustic caution cautious
cave cease cell cellar cellist cellos cellular cellularity cellulite celluloid cement censor
census center centimeter central centriole centromere centrosome cereal certain cessation cession
chain chair challenge chamber chance change channel chaplain chapter charge chart chase chastity
cheap check cheek cheese cheetah chemical chemosynthesis chemotaxis chemotroph cherry chew chief
child chill chip chisel choice choke cholesteric cholinergic chondroblast choose chord chordate
chore chorus chromite chromosomal chronic chronicle chronotropic church circa circle circuit
circular circulation circulatory circumcize circumduction circumvent cist cite city civil claim
clamp clarify clash clasp classify clay clean clear cleavage cleft clerical clever climactic
climatic climb cling clinic clinical clinician clinicians clip clock clonal cloning close closed
cloth cloud club clue clump coach coagulant coagulation coal coalesce coarse coast coat coccygeal
code coffee coffin cogent coherent cohesive cohort coil coin cold collagenous collapse collar
collate collect collective college collide colloidal collusion colonial colonic colonization
colony color comb combine come comet comfort comic comma command commend commission common commute
compact company compare compass compatible compel compensate compensated compensation competence
competent complacent complain complaint complementary complete complex compliance compliment
complimentary comply component compose composure compound comprehend compress comprize compulsion
compute concave conceal concede conceive concept concern concert concise conclude concrete concur
condensation condense condition conduct conductance conduction cone confer confide configure
confine confirm confirmation conflict confluent conform confound confuse confusion congenital
congest congestion congestive conical conjugate conjugation conjunction connect conscience
conscious conscription consecutive consensus consent consequence conservation conserve consist
consistency consolation consolidation consonant consort constipated constitute constraint
constrict constriction construct construction constructive consult consume consumption contact
contagion contagious contain contaminate contamination contemplate contend content contention
contest continent continuity contour contraception contract contradict contraindication contrary
contrast contribution contrition contrive control convalescent convection convene convention
convergence convergent converging conversion convert convex convey conviction convoluted
convulsive cook cool copy coral cord corn corner cornered coronation coroner corporal corporeal
corps corpse correct correction corrective correlation correspond corrode corrosion corrosive
corrupt cortical cosecant cosine cosmetic cost costive costume cotangent cottage cotton couch
council counsel count counter country couple courage courier course court cover covert crab crack
cradle craft crash cravat crawl crayfish crayon crazy cream create credit creed creep cremation
crescent crest crevice crew crib cribbed cricket crime crimson cripple crisis criterion critical
crocodile crop cross crouch crowd crown crucial cruciate crucible cruciform crude cruel cruize
crumb crush crutch cryptic crystallization cube cubic cubism cuff cull culprit cult culture
cumulative cunning curable curation curative curator curdle cure cured curfew curious curl
currency current curse cursive curtail curtain curvature curve cushion custody custom cutter cycle
cynic cynical cypress cytokinesis cytology daily dainty dairy damage damp dance danger dangle
daniel dapple dare daring dark darling data date daughter david dawn dazzle deacon deactivation
dead deadly deaf deafen deal dear dearth death debate debility debris debt decade decagon
decapsulation decay decease deceased deceit deceive deceleration decency decide decimal decimeter
decipher decision deck decline decompensated decor decoy decrease decree dedicate dedication
deduce deduct deduction deductive deem deep deer deface defeat defecate defecation defect
defective defense defensible defer deference deferens deficient deficit define definite deflate
deflect deflection deflective deform defuse defy degenerate degeneration degradation degree
dehydrate delay deletion deliberate delicate delight delineate delirious deliver deliverance
delivery deluge delusive demented demize demolish demon demonstrate demur denial denominate
denominator denote denounce dense density dental dentate dentist denude depart depend depict
deplete deplore depolarization deport depose deposit depot depress depressor deprivation deprive
depth deregulation derision derivation derivative derive dermatology descend descending descent
describe description desensitize desert deserve desiccate design designate desire desist
desorption despair despize dessert destiny destitute destroy destruction destructive detach detail
detain detect detection detective deter detergent deteriorate deterioration determinant determine
detest detonate detour detoxify detract detriment develop deviate deviation device devize devoid
devote devour dexterity diagnose diagnosis diagnostic diagnostics diagonal diagram dial dialect
dialog diameter diapedesis diaper diarrheal diary diastole diastolic dicotyledon dictate diction
diet differ different differential differentiate differentiation difficult difficulty diffuse
digest digit digital dignity digressive dilatation dilate dilated dilemma diligent dilute diluted
dilution dimension diminish dimple dinner diploid diploma diplomat direct dirt disability disable
disaster discard discern discharge discipline disclose discomfort discord discount discourse
discover discredit discreet discrepancy discrete discuss disease diseased disguise dish disinfect
disinfectant disk dislike dislocate dismal dismiss disomy disorder disorient dispel dispense
disperse dispersion displace displacement display disposal dispute disregard disrupt disruption
dissect disseminate disseminated dissent dissipate dissociate dissociation dissolve dissonance
dissonant distal distance distant distill distinct distort distortion distract distraction
distress distribute district disturb disuse ditch diuretic diurnal dive diverge divergence
divergent diverging diverse diversion divert divest divide dividend divine division divisor
divorce dizygotic dizzy docile dock doctor doctrine document dogma doll dolphin dome domestic
dominance dominant dominate donate donkey donor doom door dopaminergic dormant dosage dose
dosimeter dotage double doubt dowel dower down draft drag drain drainage drama drastic draw drawer
dread dream drench dress dresser drift drill drink drip drive drivel drizzle dromotropic drone
droop drop droplet drought drown drowse drug drum drunk dual dubious duck duel duet duke dull dumb
dummy dunce dune duplex duplicate durable duration duress dusk dust duty dwarf dwell dwindle dyed
dying dysregulation each eager eagle early earn earth ease east easy echo eclipse ecology economy
ectoderm edge edit edition editor educate efface effaced effacement effect effective efferent
effluent effort effusive egoism ejaculate eject ejection elapse elastic elasticity elated elder
elect elective electric electrical electrolytic elegant elegy elephant elevate elevation elevator
elicit elicited eligible eliminate elite ellipse ellipsis elliptical elongate elongation elope
elude elusive emaciated embark embarrass embed embellish embers emblem embody embolic embolization
embrace embroider embryo emerald emerge emergence emergency emetic emigrate eminence eminent
emissary emission emit emotion emotional empathy emphasis emphatic empirical empiricism employ
empty emulate emulsion enable enact enamel encapsulate enchant encircle enclose encounter encroach
endemic endless endocytosis endoderm endodontics endogenous endorse endotracheal endow endurance
endure enemy energy engage engine engorge engrave engulf enhance enigma enlarge enlighten enlist
enormous enough enrage enrich enroll ensue ensure entail entangle enter enteral enteric enterprize
entertain enthusiasm entice entire entitle entomology entrance entrap entreat entry envelop
envelope envious environment envoy envy enzymatic eosinophil ephemeral epic epicenter epidemic
epidural epilepticus epilog episode episodic episome epitaph epitome epitope epoch equal equation
equilateral equilibrium equine equinox equip equity equivalent eradicate eradication erase erect
erectile erode erosive erotic errand erratic erroneous error erupt erythroblast erythrocyte
escalate escort essay essence essential establish estate esteem estimate estrange estrogenic
eternal ethereal ethic ethical ethnic ethnology ethology etiquette etymology eukaryote eukaryotic
euploid evacuate evacuation evade evaporate evasion evasive even ever eversion every evict
evidence evident evil eviscerate evocative evoke evolution evolve exacerbate exacerbation exact
exaggerate exalt exam examine excavate exceed excel excerpt excess excessive exchange excitation
excite excize exclaim exclude exclusion excrete excretion excursion excuse execution executive
exemplify exempt exercise exert exertion exertional exhale exhaust exhaustion exhibit exile exist
existentialism exit exocytosis exodus exogenous exonerate exorbitant exotic expand expanse
expansion expect expectorant expectorate expectoration expedient expedite expedition expel expend
expense experience experiment expert expertise expiration expire explain explicit exploit explore
explosion explosive expose exposition exposure express expulsion exquisite extant extend extension
extensive extensor extent exterior exterminate external extinct extinction extinguish extort extra
extracellular extracranial extract extraction extradite extradural extrahepatic extramural
extraneous extrauterine extravagant extravascular extreme extremity extricate extrinsic extrusion
exuberant exude fabric facet facial facilitate facilitation fact faculty fade fail failure faint
fair faith falcon fall falls false familial familiar family farm fast fasting fatal fatality fate
father fault favor fear feast feather feature fecal feed feel female fence ferment fertile
fertility fertilization fertilize fertilizer fetal fetor fetus fiber fibroblast fibrocyte
fibrosing fibrotic fibrous fiction fierce fight figure filament fill film find fine finish fire
firm firmament fish fist fixed flame flap flare flash flask flat flavor flaw flesh flexible
flexion flight flint flood floor flora flour flow flower fluid flux foam focal focus follicle
follow food fool force forceps forest forge forget form formal former formula forth foul found
fragile fragment fraternal free freeze frequency frequent fresh friction friend frisk frog frolic
from front frost frozen fruit fuel full fungal funny furious fuse fusion future gain gait gall
galore game gamete gametophyte garden garlic gasp gastritic gastroenteric gastronome gastronomy
gastrula gate gather gauge gauze gaze gear geese gender general generate genetic genital genotype
gentle genuine genus geography geology geometry george geranium geriatric geriatrics germ germinal
germinate germination germline gestation giant gift giraffe girl give glad glance glass glide
glory glove glow glucogenic glue glycinergic glycogenic gnash gnaw goal goat gold good goose gore
govern grab grace grade gradual graft grain gram grand grant granulocyte grape grasp grass
grasshopper grave gravid gravida gravidity gravity graze grease great greed green greet grid grief
grind grip groan groin groom groove gross ground grow growth guard guess guest guide guilt gulf
gush guttation gymnosperm gynecology gyration habit habitat half hall halt halve hammer hang
haploid happen happy hapten harbor harm harmful harsh hart harvest hate haul have hazard haze
hazel heal health hear hearing hearth heat heavy hectometer hedge hedonism height heir help helper
hematology hemizygous hemorrhagic hemorrhaging hemostat hemp hepatitic hepatocyte hepatology
heptagon herb herd hereditary heredity heterogeneous heterograft heterologous heterotroph
heterozygous hexagon hide high hill hinder hinge hint hire histaminergic histiocyte histology
history hoarse hold hole hollow holy home homeostat homogeneous homograft homologous homozygous
honest honey hoof hook hope horn horror horse hospital hospitalization hostile hour house hover
human humane humid humor humoral humorally humorous hunger hunt hurt husband hush husk hybrid
hydrometer hyena hygrometer hyperbaric hyperbola hyperbole hyperpolarization hypertonic hypnosis
hypnotic hypnotize hypobaric hypotonic hypoxemic hypoxic idea ideal idealism identical identity
idiopathic idiotype idle illegal illegible illicit illiterate illness illogical illuminate
illusion image imaginary imagine imbalance imitate immaterial immature immeasurable immediate
imminence immobile immobilization immodest immoral immortal immune immunity immunize immunoassay
immunocompetent immunocompromized immunogen immunogenic immunologic immunologist immunology
immunotherapy impact impair impartial impatient impedance imperfect impermeable implant implosion
imply impolite impose impossible improbable improper impulse impure inability inaccurate
inactivation inactive inadequate inanimate incapable incidence incident incline incoherent
incompetence incompetent incomplete inconsistent inconstant incorrect increase incubate incubation
incubator incurable indefinite independent indicate indigestible indiscreet individual indolent
induce induced inductance induction inductive inedible inefficient inelastic inert inertia inexact
infancy infant infect infectious infer inferior infertile infinite inflammasome inflammatory
inflate inflection inflexible inflict influence influent inform informal infrarenal infrequent
inhale inherent inherited inhibit inhibition inhibitor inhibitory inhuman initial injure injury
injustice inlet inmate innate inoculate inoculation inorganic inotropic insane inscription insect
insecure insensitive inseparable insertion inside insight insignificant insist insoluble inspect
inspection inspiration inspire instability install instant instinct instruct instructive
insufficient insulate insult insure intact intake intangible integral integration intend intense
intensive intent interact intercellular interest interfere interior internal interocular
interphase interstitial interval intestate intestinal intimate intolerable intolerance intolerant
intracellular intracranial intradermal intradural intrahepatic intramural intramuscular
intraocular intraperitoneal intrathecal intrauterine intravascular intravenous intrinsic introduce
intrusion intubate invade invalid invariable invasion invasive invent inverse inversion invert
invertebrate invest invisible invite involuntary involve involvement inward iodism ionotropic
irony irradiance irrational irregular irrelevant irreparable irresponsible irritate island
isobaric isograft isoimmune isolate isometric isosceles isotonic isotype issue itch item ivory
jacket jail james janitor jelly jerk jewel john joist joke joseph journey judge juice jump jungle
junior just karyokinesis karyotype keen keep keratinocyte ketogenic kick kidneys kill kilogram
kilometer kind kinetochore king kiss kitchen kite knead knife knit knob knock knot know kurtosis
label labile labor lack lactation ladder lady lake lamb lame lamp lance land lane language large
laser lash last latch late latent later lateral laugh lawn laxative layer lead leader leak lean
learn lease leash least leather leave lecture left legal legend legion lemon lend length leopard
less lesser lesson lethal letter leukocyte levator level lever levy liable liar libel liberty
license lick life lift light like likely lime limit limp line lint lion lipogenic liposome liquid
listen litter little live livery livid lizard loaf loan lobby lobster localization locate locust
lodge long look loose lore lose loss lost loud love lower loyal luck luminance lump lunar lunch
lure lush lusitropic lying lymphoblast lymphocyte lysosomal lytic maceration macrophage magic
magnet magnetization main maintain major make malady male malign malignant mammal manage mandate
mandatory manic manner manometer manual many marble march mare margin marine mark market marry
marsh mary mass massive mast master mastication mastocyte masturbation match mate material
materialism maternal matter mature maximum meal mean meaning measure meat mechanic mechanism
mediate mediation medical medication medicine meditation medium meet megakaryocyte megaloblast
meiosis meiotic melanocyte mellow melt member menace mend menial menses menstrual menstruation
mental menthol mention menu mercy merit mesosome mess metabolic metabolite metabolize metabotropic
metaphase metaphor metastasize meter metonymy microglia microgram micrometer micturition middle
might mild mill milligram millimeter mimetic mimic mind mine minimum minor mint minuend minus
minute miotic mire mirror misery miss mist mite mitigate mitochondrial mitogen mitosis mitotic
mixture moan mobile mobility mobilization mode model moderate modern modest modify modulation
moist mold moment momentum money monitor monkey monoclonal monocotyledon monocyte monosomal
monosomic monosomy monozygotic mons month mood moon moor moral morality morbid morbidity more
morning morsel mortal mortality mortar morula moss most moth mother motile motility motion motive
motor motto mount mountain mourn mouse move movement much mucoid mucous mucus multicellular
multiple mural murder murmur muscarinic museum mush music musk mutagen mutagenic mutant mutation
mute mutual mycology mydriatic myeloblast myoblast myocyte myogenic mystery myth naive naked name
nanogram nanometer narrow natality nation natural nature near neat necrotic necrotizing need
needle negative neglect negligence neonatal neonate nephrogenic nephrology nervous nest neuroblast
neurogenic neurologist neurology neuronal neutral neutralize neutrophil never next nice niche nigh
night nihilism noble nodular nodulation nodule noise nominate nonagon none nonlinear nonsense
nonspecific nonstop nontoxic nonunion nonverbal nonviable noradrenergic normal normoblast north
note notice notion notorious nourish novel noxious nucleosomal nude nullisomy numb numerator
numerous nurse nutrient nutrition obese obesogenic obey obscure observe obsess obsessive
obstetrics obstructed obstructive obtain obtuse obvious occasion occlude occluded occlusive occult
occupy occur ocean octagon octopus odds odium odometer odor offend offense offensive offer office
official often ohmmeter oligoclonal oligodendrocyte once oncogenic oncologist oncology onion
onomatopoeia onset ontology oocyte oogenesis oogonia open opera operate operation ophthalmology
opiate opinion oppose opposite opposition opsonin opsonization optical optimal option orange
ordinary organ organic organism organismal organize orient origin original orogenesis orogeny
orphan orthodontics orthopedics osmotic ostensible osteoblast osteoclast osteocyte osteogenic
ostrich other otology ought outbreak outcome outlet outside oval oven over overt ovulate ovulation
ovule oxen oxidization oxymoron oyster pace pack page paint pair pale palliate palliation
palliative palpable palpate palpitate pandemic panel panic pant panther paper parabola
paracellular paradox parallelogram parasitic parasitology parasympatholytic parasympathomimetic
paratope parental parenteral parity park part partial particle partner party pass passage passive
past paste pastry patent paternal path pathogenesis pathogenic pathologic pathologist pathology
pathway patience patient paul pause peace peach peacock peak pear pearl pedal pediatric pediatrics
peel pelican penal pending penetrate penguin pentagon pepper perceive percent perception percuss
perennial perfect perforated perforator perform performance perfume perfusion pericellular
pericyte peril perilous perimeter perinatal period periodic periodontics peripheral perish
peristalsis permanent permeable permit peroxisomal perpetual persist person personal perspiration
petal peter petite phagocytosis phase phenotype philip philosophy phloem phobic phone photo
photosynthesis phototroph phrase phrenology physical physician physics physiology piece pierce
pigeon pile pill pilot pimple pinch pine pink pinocytosis pint pistil pitch pith pity place plain
plan plane planet plant planter plaque plasmacyte plastic plate plateau platelet platinic play
plead plenty pliable plot plow plug plum plumb plume plunge plural plus pneumonic podiatric
podiatry podium podocyte poem point poison polar polarization pole police policy polish pollen
pollination polyclonal polygon polyploid polysome pool poor population pore porous portion pose
position positive possess post postal posterior postganglionic postpone postrenal postsynaptic
posture potency potent potential potentiation pound pour powder power practical practice praise
pray precede precipitation precise precision predict prefer preformation preganglionic pregnancy
pregnant preload premature prenatal prerenal prescribe prescription presence present preserve
press pressure presumption presynaptic prevalence prevent prey price prick pride primary prime
principal principle print prior prize proactive probe problem proceed produce product productive
profound profuse prognosis progress progressive project projection prokaryote prokaryotic prolong
prominence prominent promote promotion pronation prone proof proper prophase prophet prophylactic
prophylactics prophylaxis proportion propose proscribe proscription prostrate proteasomal protect
protective protraction protrusion prove provide proximal psychiatric psychiatry psychic psychology
puberty puerperal puff pull pulmonic pulp pulsate pulse pump punch punish puppet purchase pure
purge purify purity purple purpose purse purulent pustular pyogenic pyrogen pyrogenic
quadrilateral quality quantity quantum quarantine quarrel quarter queen quest quick quiescent
quiet quilt quit quite quiver quota quote quotient rabbit racial rack radiance radiant radiate
radical radioactive radiology rage raid rail rain raise rank rape rapid rapport rare rate ratio
ration rational rationalism raven reabsorption reach react reactivation reactive ready real
realism reality realm rear reason rebel rebound recede receive recent receptor recess recessive
recipe recipient record recover recovery recruit recur recurrent reduced refer refine reflect
reflectance reflective reflex refract refraction refuse regard regime regimen regiment region
regress regressive regulate regulation regulator regulatory reject rejection relate relative relax
relevant reliable relic relief reload reluctance rely remain remainder remedy remind remission
remit remove renew rent rental repair repeat repel replace reply repolarization report repose
represent repress reproduce require rescue research resemble reserve reservoir reside residual
residue resist resistance resistant resonance resonant resorb resorption resort respect
respiration respiratory respire respond rest restless restore restrain restrict restriction
restrictive result resume resumption retain retard retention reticulocyte retire retraction
retrieve retroactive retrograde retroperitoneal reveal review revise revive reward rheostat
rhombus rhythm ribosomal rice rich richard ride ridge right rigid rigor ring ripe rise risk ritual
rival river road roan roar roast robert robust rock role roll roof room rope rose rotate rotation
rotatory rotten rough round rouse routine royal rubber rude ruin rule rumor rural rush sack sacred
saddle safe sail saint salad sale salmon salty salute salve same sample sand sane sanitary
sarcophagus satin satisfy sauce sausage save savor scale scan scant scarce scare scarlet scatter
scene scent schedule school science scissors sclerosant sclerosed sclerosing score scorn scorpion
scout scrape scratch scream screen screw scrub seal season seat sebum secant secondary secret
secrete secretion section secular secure sedate sediment seed seek seismometer seldom selective
self sell senile senior sensation sense sensible sensitive sensitivity sensor sensory sentence
sepal separate sequel sequela serial series serious serology serosanguineous serotonergic serous
servant serve settle severe sewer sexual shade shadow shaft shake shallow shame shape share shark
sharp shave shed sheep sheet shelf shelter shield shine ship shirt shoe shoot shop shore short
shot shout show shower shrimp shrink shunt shut sick side siege sigh sight sign silent silk silly
similar simile simple simulation since sine sing single sink sister site situ situation size skate
sketch skewness skill skip skirt slack slash slave sleep sleeve slender slide slight slim slime
sling slip slit slope slot slow sludge slush small smart smash smear smell smile smoke smooth
snack snail snake snap sneeze snore snow soak sober social society sock soda soft soil solar sole
solid solitary soluble solve some sonic soot soothe sore sorption sorrow soul sound soup sour
south space spare spark sparrow spatial speak spear special species specific specificity specimen
spectrometer spectrum speech speed speedometer spell spend spent spermatid spermatocyte
spermatogenesis spermatogonia sphere spice spider spike spill spin spiral spirit spit spliceosome
spline splint split spoil sponge spontaneous spoon sporadic spore sporophyte sport spot spouse
spray spread spring sprint sprout spur spurious sputum squad square squeeze squid squirrel stab
stabilization stable staff stage stagger stain stair stake stale stalk stall stamen stamp stand
staple star stare start startle starve station statue stature status stay steady steak steal steam
steel steep stem stenosed stenotic step stephen sterile sterility sterilization stern stick stiff
stigma still stillborn stimulate stimulation stimulus sting stink stir stitch stock stoicism stoma
stool stoop stop storage store storm story straight strait strange strap straw stray streak street
strength stress stretch strict stride strike strip stripe strong struggle stubborn student study
stuff stump style subcellular subcutaneous subdural subject subjection sublime submergence submit
subscription substance substrate subtle subtraction subtrahend suburb succeed success successive
suck suckle suction sudden suffer sufficient suffocate suggest suicide suit sulk summer summit
superantigen superb superficial superior supination supper supplement supplementary supply support
suppose suppress suppurative suprarenal supreme sure surface surge surgeon surgery surgical
surplus surprise surrender surround survey survival survive susceptance suspect suspend sustain
swallow swamp swan swear sweat sweep sweet swell swim swing swollen sword swore symmetry
sympathetic sympatholytic sympathomimetic symptom symptomatic symptomless synaptic synecdoche
synergy syngeneic synonym synthesis synthetic syringe syrup systole systolic tablet tachyphylaxis
tactile take tale talent talk tall tame tangent tangle tank tape target tariff tart task taste
tattoo taxonomy teach tear tease teat technical tedious teeth telomere telophase temper temperate
temperature tempt tend tendency tender tense tension tent tepid teratogen teratogenic term
terminate termite terrible terror tertiary testament testes tetraploid text texture thank theft
their theme theory therapy thermal thermometer thermostat thick thief thin thing think thirst
thomas thoracal thorn though thought threat thresh threshold thrill thrive throb thrombocyte
thrombogenic thrombosed throne through thrust thunder thyroidal tick tide tidy tiger tight tilt
timber time timer timid tinge tingle tint tiny tire tissue title toad toast today toilet tolerance
tolerant tolerogen tomato tomb tonality tone tongs tonic tonicity tool topiary topic topical tore
torment torpid torque tort tortoise total totality touch tough tour towel tower town toxic
toxicity track traction trade trail train trait traitor tram tramp trance transcellular
transcending transcribe transcription transcriptional transcytosis transdermal transient transit
transition translate translation translocation transmit transmittance transpiration transport
transverse trap trash travel treat treatment trench trend trial triangle tribe tribute trick
trickle trim trip triple triplet triploid trisomal trisomic trophic tropic tropical trouble trough
trouser truck true trumpet trunk trust truth tumble tuner tunnel turbid turn turtle tusk twice
twin twist twitch tympanitic typical ugly ulcerated ulcerating ulcerative ultimate ululation
umbrella unable uncle unclear under undergo undulation unequal uneven unfair unfit unicellular
unicorn uniform unique unite unity universal universe unknown unlike unlikely unload unsafe
unsound unstable untrue unusual unwell unwize upper upright upset uptake urban urge urgent urinal
urine urologist urology useful useless usher usual utility vacant vaccinate vaccinated vaccine
vaccinee vacuum vague vain valgus valid valley valvular vanish vapor vaporization variant
variation varied variety various varus vary vast vault vegetable vehicle veil velocity velvet
venereal venom vent ventilate ventilation ventral verb verbal verdict verge vermin verse vertical
very vesicular vest veteran vial vibrate vice victim victor video vigor villain villi villus
vinegar viral virgin virology virtue virulence virulent visage visceral viscous visible vision
visit visual vital vitro vivid vivo vocation voice volt voltage voltmeter volume voluntary vomit
vortex vote vowel voyage vulgar vulture wade wage wagon waist wait wake walk walrus wander want
ward warm warn warp wash wasp waste watch water wattage wave wavelength weak wealth weapon wear
weary weather weave wedge weed week weep weigh weight weird welcome weld welfare well west whale
wheat wheel whey whine whip whisk whisper whistle white whole wide widow width wife wild will wilt
wind window wine wing wink winter wipe wire wisdom wise wish witch with withdraw wither witness
woman wonder wood wool word wore work workload world worm worry worse worship worst worth wound
wrap wreck wrinkle wrong xenogeneic xenograft xylem yard yarn yawn year yearn yeast yell yellow
yolk young youth zeal zebra zero zest zone zoology zygote
"""
