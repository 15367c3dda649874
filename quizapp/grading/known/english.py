"""Plain English, and what all sciences share. Data, as `quizapp.grading.normal` leaves words."""

WORDS = """
abduct abducted abduction abductive ability able abominable about above abrasion abrasive absence
absent absolute absorb absorbance absorption abuse acceleration accept access accident
accommodation account accumulation accuracy accurate acellular ache achieve acquired acrosome
across action activation active actual acute adapt addend addition adduct adducted adduction
adequate adhere adhesive adipocyte adjacent adjust adjuvant admittance adore adrenergic adsorb
adsorption adult advance adverse advice aerobe aerobic affect afferent afferents affluent after
afterload against aged agent agglutination aggregation aggressive agonist agronomy alarm alert
alien align alike alive allergen allergenic alligator alliteration alloantibody allogeneic
allograft alloimmune allosome allotype allow allusion alone alpha alter alternate altimeter
altruism always ambient ambulation ambulatory ammeter among amount amperage ample amplitude
anabolic anabolism anabolize anaerobe anaerobic analgesic analog analysis anaphase anaphylactic
anaphylactoid andrew androgenic anemometer anergy anesthetic aneuploid anger angiosperm angle
animal anne annual anoxic answer antacid antagonist anterior anterograde anther antibiotic
antibodies anticoagulant antidiuretic antiemetic antifungal antigenic antihistamine antipyretic
antiseptic antiserum antitoxin antivenom antiviral appear appetite apple apply area arise arrange
arrive arrow arterial arteriovenous articulation ascend ascendant ascending ascent aspect aspire
assay assess assimilation assist association assonance assume assumption astrocyte astrology
astronomy asymptomatic asynaptic atrial attach attack attempt attend attending attraction auction
aural auricular auscultate autoantibody autograft autoimmune autoimmunity autologous autonomy
autosomal autosome autotroph autumn available average aversion avoid awake aware axial baby back
bacon bacteriology balance ball ballet band bank barb bariatric bark barometer barrier basal base
basic basin basis basophil bath beach bead beam bean bear beard beast beat beef been beer beetle
before begin behavior being belief bell belly below belt bench bend beneath benign berry best beta
better between beyond bias biliary bilious bill bind biology biosynthesis bird birth bisection
bite bitter black blade blame bland blank blast blastula bleach bleed blend blind blink blister
bloat blond bloom blot blow blue blunt blur blush board boat body boil bold bolt bomb bond book
boost boot border bore born botany both bottle bottom bound bounded bowl brace braid brake
branchial brand brave bread break breath breathe breech breed brew brick bridge brief bright bring
brisk brittle broad broken bronchial brood broom broth brother brow brown brush buccal bucket bulb
bulge bulk bull bump bundle burden burst bury bush butter butterfly button cable cage cake
calculation call calm calorimeter camel camera camp canal candle cane canoe capable capacitance
capacity cape capital capsulation capture carcinogen carcinogenic card cardial cardinal
cardiogenic cardiologist cardiology care career careful carpet carry cart case cask cast casual
catabolic catabolism catabolize cattle causal causation cause caution cave cease cell cellar
cellular cellularity cellulite celluloid cement census center centimeter central centriole
centromere centrosome cereal certain chain chair challenge chamber chance change channel chapter
charge chart chase cheap check cheek cheese cheetah chemical chemosynthesis chemotaxis chemotroph
cherry chew chief child chill chip choice choke cholinergic chondroblast choose chord chore chorus
chromosomal chronic chronotropic church circle circuit circular circulation circulatory
circumduction cist cite city civil claim clamp clash clasp clay clean clear cleavage cleft clever
climb cling clinic clinical clip clock clonal cloning close closed cloth cloud club clue clump
coach coagulant coagulation coal coarse coast coat coccygeal code coffee cohesive coil coin cold
collapse collar collect collective college collide colonial colonic colonization color comb
combine come comfort comma command common compact company compare compensated compensation
competence competent complain complementary complete complex compliance compliment complimentary
component compose compound compress compute concave conceive concept concern concise condensation
condense condition conduct conductance conduction cone confirm conflict confuse confusion
congenital conical connect conscience conscious conscription consent conserve consist consonant
constrict constriction construct construction constructive consult consume consumption contact
contagious contain contaminate content contest contract contrast control convection convergence
convergent converging convert convex convey cook cool copy coral cord corn corner corps corpse
correct corrective correlation corrosion corrosive cosecant cosine cost cotangent cotton couch
count counter country couple courage course court cover crab crack cradle craft crash crawl
crayfish crazy cream create creep crest crew crib cricket crime crisis critical crocodile crop
cross crowd crown crucial cruciate cruciform crude cruel crush crystallization cube cubic cuff
cull culprit cult culture curation cure cured curl current curse curve cycle cytokinesis cytology
daily dairy damage damp dance danger daniel dare dark data date daughter david dawn deactivation
dead deaf deal dear death debate debt decade decagon decapsulation decay deceased deceleration
decide decimeter decision decline decompensated decrease dedication deduce deduction deductive
deep deer defeat defect defective defense define deflect deflection deflective degree delay
deletion delirious deliver delivery denominate denominator dense density dentist depend deplete
depolarization depress deprive depth deregulation derivation derivative derive dermatology descend
descending descent describe description desert design desire desorption dessert destroy
destruction destructive detach detail detect detection detective determine detoxify develop device
devoid diagnose diagnosis diagnostic diagnostics diagram dialect diameter diapedesis diary
diastole diastolic dicotyledon diet differ different differential differentiation difficult
diffuse digest digit digital digressive dilatation dilate dilated dilute diluted dilution dinner
diploid direct dirt disable discharge discover discreet discrete discuss disease diseased
disinfectant disk disomy disorder displacement display dissect dissonant distal distance distant
distinct distraction distress distribute district disturb diuretic diurnal dive diverge divergence
divergent diverging diverse divide dividend division divisor dizygotic dizzy doctor dolphin
dominance dominant dominate donkey donor door dopaminergic dose dosimeter double doubt down draft
drag drain drama draw dream dress drift drill drink drip drive dromotropic drop drown drug drum
drunk duck dull dumb durable duration dusk dust duty dyed dying dysregulation each eager eagle
early earn earth ease east easy echo eclipse ecology economy ectoderm edge edit edition educate
effect effective efferent effluent effort egoism eject ejection elastic elder elect elective
electric elephant elevate elevation elicit eligible eliminate elite ellipse ellipsis elusive embed
embolization embryo emerge emergence emetic eminence emission emit emotion empathy empiricism
employ empty enable encapsulate encounter endemic endocytosis endoderm endodontics endogenous
endotracheal energy engine engulf enhance enlarge enlist enough ensure enter enteral enteric
entire entomology entry envelop envelope envy eosinophil epidemic epidural episome epitope epoch
equal equation equilateral equip erosive error erupt erythroblast erythrocyte essay essence
essential establish estimate estrogenic ethic ethical ethnic ethnology ethology etymology
eukaryote eukaryotic euploid evade evasion evasive even ever eversion every evidence evil evoke
evolution evolve exact exam exceed excess excessive excitation excite excrete excretion exempt
exercise exert exhale exhaust exist existentialism exit exocytosis exogenous expand expect expel
expend expert expiration expire explain explore explosion explosive expose express extend
extension extensive extensor extent external extinct extracellular extracranial extract extraction
extradural extrahepatic extramural extrauterine extravascular extreme extrusion exude fabric facet
facial facilitate facilitation fact faculty fade fail failure faint fair faith falcon fall falls
false familial familiar family farm fast fasting fatal fatality fate father fault favor fear feast
feather feature fecal feed feel female fence ferment fertile fertility fertilization fertilize
fertilizer fetal fetus fiber fibroblast fibrocyte fibrosing fibrotic fibrous fiction fierce fight
figure filament fill film find fine finish fire firm firmament fish fist fixed flame flap flare
flash flask flat flavor flaw flesh flexible flexion flight flint flood floor flora flour flow
flower fluid flux foam focal focus follicle follow food fool force forceps forest forge forget
form formal former formula forth foul found fragile fragment fraternal free freeze frequency
frequent fresh friction friend frisk frog frolic from front frost frozen fruit fuel full fungal
funny furious fuse fusion future gain gait gall galore game gamete gametophyte garden garlic gasp
gastritic gastroenteric gastronome gastronomy gastrula gate gather gauge gauze gaze gear geese
gender general generate genetic genital genotype gentle genuine genus geography geology geometry
george geriatric geriatrics germ germinal germinate germination germline gestation giant gift
giraffe girl give glad glance glass glide glory glove glow glucogenic glue glycinergic glycogenic
gnash gnaw goal goat gold good goose gore govern grab grace grade gradual graft grain gram grand
grant granulocyte grape grasp grass grasshopper grave gravid gravida gravidity gravity graze
grease great greed green greet grid grief grind grip groan groin groom groove gross ground grow
growth guard guess guest guide guilt gulf gush guttation gymnosperm gynecology gyration habit
habitat half hall halt halve hammer hang haploid happen happy hapten harbor harm harmful harsh
hart harvest hate haul have hazard haze hazel heal health hear hearing hearth heat heavy
hectometer hedge hedonism height heir help helper hematology hemizygous hemorrhagic hemorrhaging
hemostat hemp hepatitic hepatocyte hepatology heptagon herb herd hereditary heredity heterogeneous
heterograft heterologous heterotroph heterozygous hexagon hide high hill hinder hinge hint hire
histaminergic histiocyte histology history hoarse hold hole hollow holy home homeostat homogeneous
homograft homologous homozygous honest honey hoof hook hope horn horror horse hospital
hospitalization hostile hour house hover human humane humid humor humoral humorally humorous
hunger hunt hurt husband hush husk hybrid hydrometer hyena hygrometer hyperbaric hyperbola
hyperbole hyperpolarization hypertonic hypnosis hypnotic hypnotize hypobaric hypotonic hypoxemic
hypoxic idea ideal idealism identical identity idiopathic idiotype idle illicit illness illuminate
illusion image imaginary imagine imbalance imitate immature immediate imminence immobile
immobilization immune immunity immunize immunoassay immunocompetent immunocompromized immunogen
immunogenic immunologic immunologist immunology immunotherapy impact impair impedance implant
implosion imply impose impulse inactivation inactive incidence incident incline incompetence
incompetent increase incubate incubation incubator indicate individual indolent induce induced
inductance induction inductive inert inertia infancy infant infect infectious infer inferior
inflammasome inflammatory inflate inflection inflict influence influent inform infrarenal inhale
inherent inherited inhibit inhibition inhibitor inhibitory initial injure injury inlet inmate
innate inoculate inoculation inorganic inotropic insane inscription insect insertion inside
insight insist insoluble inspect inspection inspiration inspire install instant instinct instruct
instructive insufficient insulate insult insure intact intake integral integration intend intense
intensive intent interact intercellular interest interfere interior internal interocular
interphase interstitial interval intestate intestinal intimate intolerance intolerant
intracellular intracranial intradermal intradural intrahepatic intramural intramuscular
intraocular intraperitoneal intrathecal intrauterine intravascular intravenous intrinsic introduce
intrusion intubate invade invasion invasive invent inverse inversion invert invest invite
involuntary involve involvement inward iodism ionotropic irony irradiance irrational irritate
island isobaric isograft isoimmune isolate isometric isosceles isotonic isotype issue itch item
ivory jacket jail james jelly jerk jewel john joist joke joseph journey judge juice jump jungle
junior just karyokinesis karyotype keen keep keratinocyte ketogenic kick kidneys kill kilogram
kilometer kind kinetochore king kiss kitchen kite knead knife knit knob knock knot know kurtosis
label labile labor lack lactation ladder lady lake lamb lame lamp lance land lane language large
laser lash last latch late latent later lateral laugh lawn laxative layer lead leader leak lean
learn lease leash least leather leave lecture left legal legend legion lemon lend length leopard
less lesser lesson lethal letter leukocyte level lever levy liable liar libel liberty license lick
life lift light like likely lime limit limp line lint lion lipogenic liposome liquid listen litter
little live livery livid lizard loaf loan lobby lobster localization locate locust lodge long look
loose lore lose loss lost loud love lower loyal luck luminance lump lunar lunch lure lush
lusitropic lying lymphoblast lymphocyte lysosomal lytic maceration macrophage magic magnet
magnetization main maintain major make malady male malign malignant mammal manage mandate
mandatory manic manner manometer manual many marble march mare margin marine mark market marry
marsh mary mass massive mast master mastication mastocyte masturbation match mate material
materialism maternal matter mature maximum meal mean meaning measure meat mechanic mechanism
mediate mediation medical medication medicine meditation medium meet megakaryocyte megaloblast
meiosis meiotic melanocyte mellow melt member menace mend menial menses menstrual menstruation
mental mention menu mercy merit mesosome mess metabolic metabolite metabolize metabotropic
metaphase metaphor metastasize meter metonymy microglia microgram micrometer micturition middle
might mild mill milligram millimeter mimetic mimic mind mine minimum minor mint minuend minus
minute miotic mire mirror misery miss mist mite mitigate mitochondrial mitogen mitosis mitotic
mixture moan mobile mobility mobilization mode model moderate modern modest modify modulation
moist mold moment momentum money monitor monkey monoclonal monocotyledon monocyte monosomal
monosomic monosomy monozygotic month mood moon moor moral morality morbid morbidity more morning
morsel mortal mortality mortar morula moss most moth mother motile motility motion motive motor
motto mount mountain mourn mouse move movement much mucoid mucous mucus multicellular multiple
mural murder murmur muscarinic museum mush music musk mutagen mutagenic mutant mutation mute
mutual mycology mydriatic myeloblast myoblast myocyte myogenic mystery myth naive naked name
nanogram nanometer narrow natality nation natural nature near neat necrotic necrotizing need
needle negative neglect negligence neonatal neonate nephrogenic nephrology nervous nest neuroblast
neurogenic neurologist neurology neuronal neutral neutralize neutrophil never next nice niche
night nihilism noble nodular nodulation nodule noise nominate nonagon none nontoxic noradrenergic
normal normoblast north note notice notion notorious nourish novel noxious nucleosomal nude
nullisomy numb numerator numerous nurse nutrient nutrition obese obesogenic obey obscure observe
obsess obsessive obstetrics obstructed obstructive obtain obtuse obvious occasion occlude occluded
occlusive occult occupy occur ocean octagon octopus odds odium odometer odor offend offense offer
office official often ohmmeter oligoclonal oligodendrocyte once oncogenic oncologist oncology
onion onomatopoeia onset ontology oocyte oogenesis oogonia open opera operate operation
ophthalmology opiate opinion oppose opposite opposition opsonin opsonization optical optimal
option orange ordinary organ organic organism organismal organize orient origin original orphan
orthodontics orthopedics osmotic osteoblast osteoclast osteocyte osteogenic ostrich other otology
ought outbreak outcome outlet outside oval oven over overt ovulate ovulation ovule oxen
oxidization oxymoron oyster pace pack page paint pair pale palliate palliation palliative palpable
palpate palpitate pandemic panel panic pant panther paper parabola paracellular paradox
parallelogram parasitic parasitology parasympatholytic parasympathomimetic paratope parental
parenteral parity park part partial particle partner party pass passage passive past paste pastry
patent paternal path pathogenesis pathogenic pathologic pathologist pathology pathway patience
patient paul pause peace peach peacock peak pear pearl pedal pediatric pediatrics peel pelican
penal pending penetrate penguin pentagon pepper perceive percent perception percuss perennial
perfect perforated perforator perform performance perfume perfusion pericellular pericyte peril
perilous perimeter perinatal period periodic periodontics peripheral perish peristalsis permanent
permeable permit peroxisomal perpetual persist person personal perspiration petal peter petite
phagocytosis phase phenotype philip philosophy phloem phobic phone photo photosynthesis phototroph
phrase phrenology physical physician physics physiology piece pierce pigeon pile pill pilot pimple
pinch pine pink pinocytosis pint pistil pitch pith pity place plain plan plane planet plant
planter plaque plasmacyte plastic plate plateau platelet platinic play plead plenty pliable plot
plow plug plum plumb plume plunge plural plus pneumonic podiatric podiatry podium podocyte poem
point poison polar polarization pole police policy polish pollen pollination polyclonal polygon
polyploid polysome pool poor population pore porous portion pose position positive possess post
postal posterior postganglionic postpone postrenal postsynaptic posture potency potent potential
potentiation pound pour powder power practical practice praise pray precede precipitation precise
precision predict prefer preformation preganglionic pregnancy pregnant preload premature prenatal
prerenal prescribe prescription presence present preserve press pressure presumption presynaptic
prevalence prevent prey price prick pride primary prime principal principle print prior prize
proactive probe problem proceed produce product productive profound profuse prognosis progress
progressive project projection prokaryote prokaryotic prolong prominence prominent promote
promotion pronation prone proof proper prophase prophet prophylactic prophylactics prophylaxis
proportion propose proscribe proscription prostrate proteasomal protect protective protraction
protrusion prove provide proximal psychiatric psychiatry psychic psychology puberty puerperal puff
pull pulmonic pulp pulsate pulse pump punch punish puppet purchase pure purge purify purity purple
purpose purse purulent pustular pyogenic pyrogen pyrogenic quadrilateral quality quantity quantum
quarantine quarrel quarter queen quest quick quiescent quiet quilt quit quite quiver quota quote
quotient rabbit racial rack radiance radiant radiate radical radioactive radiology rage raid rail
rain raise rank rape rapid rapport rare rate ratio ration rational rationalism raven reabsorption
reach react reactivation reactive ready real realism reality realm rear reason rebel rebound
recede receive recent receptor recess recessive recipe recipient record recover recovery recruit
recur recurrent reduced refer refine reflect reflectance reflective reflex refract refraction
refuse regard regime regimen regiment region regress regressive regulate regulation regulator
regulatory reject rejection relate relative relax relevant reliable relic relief reload reluctance
rely remain remainder remedy remind remission remit remove renew rent repair repeat repel replace
reply repolarization report repose represent repress reproduce require rescue research resemble
reserve reservoir reside residual residue resist resistance resistant resonance resonant resorb
resorption resort respect respiration respiratory respire respond rest restless restore restrain
restrict restriction restrictive result resume resumption retain retard retention reticulocyte
retire retraction retrieve retroactive retrograde retroperitoneal reveal review revise revive
reward rheostat rhombus rhythm ribosomal rice rich richard ride ridge right rigid rigor ring ripe
rise risk ritual rival river road roan roar roast robert robust rock role roll roof room rope rose
rotate rotation rotten rough round rouse routine royal rubber rude ruin rule rumor rural rush sack
sacred saddle safe sail saint salad sale salmon salty salute salve same sample sand sane sanitary
satin satisfy sauce sausage save savor scale scan scant scarce scare scarlet scatter scene scent
schedule school science scissors sclerosant sclerosed sclerosing score scorn scorpion scout scrape
scratch scream screen screw scrub seal season seat sebum secant secondary secret secrete secretion
section secular secure sedate sediment seed seek seismometer seldom selective self sell senile
senior sensation sense sensible sensitive sensitivity sensory sentence sepal separate sequel
sequela serial series serious serology serosanguineous serotonergic serous servant serve settle
severe sewer sexual shade shadow shaft shake shallow shame shape share shark sharp shave shed
sheep sheet shelf shelter shield shine ship shirt shoe shoot shop shore short shot shout show
shower shrimp shrink shunt shut sick side siege sight sign silent silk silly similar simile simple
simulation since sine sing single sink sister site situ situation size skate sketch skewness skill
skip skirt slack slash slave sleep sleeve slender slide slight slim slime sling slip slit slope
slot slow sludge slush small smart smash smear smell smile smoke smooth snack snail snake snap
sneeze snore snow soak sober social society sock soda soft soil solar sole solid solitary soluble
solve some sonic soot soothe sore sorption sorrow soul sound soup sour south space spare spark
sparrow spatial speak spear special species specific specificity specimen spectrometer spectrum
speech speed speedometer spell spend spent spermatid spermatocyte spermatogenesis spermatogonia
sphere spice spider spike spill spin spiral spirit spit spliceosome spline splint split spoil
sponge spontaneous spoon sporadic spore sporophyte sport spot spouse spray spread spring sprint
sprout spur spurious sputum squad square squeeze squid squirrel stab stabilization stable staff
stage stagger stain stair stake stale stalk stall stamen stamp stand staple star stare start
startle starve station statue stature status stay steady steak steal steam steel steep stem
stenosed stenotic step stephen sterile sterility sterilization stern stick stiff stigma still
stillborn stimulate stimulation stimulus sting stink stir stitch stock stoicism stoma stool stoop
stop storage store storm story straight strait strange strap straw stray streak street strength
stress stretch strict stride strike strip stripe strong struggle stubborn student study stuff
stump style subcellular subcutaneous subdural subject subjection sublime submergence submit
subscription substance substrate subtle subtraction subtrahend suburb succeed success successive
suck suckle suction sudden suffer sufficient suffocate suggest suicide suit sulk summer summit
superantigen superb superficial superior supination supplement supplementary supply support
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
tolerant tolerogen tomato tomb tonality tone tongs tonic tonicity tool topic topical tore torment
torpid torque tort tortoise total totality touch tough tour towel tower town toxic toxicity track
traction trade trail train trait traitor tram tramp trance transcellular transcending transcribe
transcription transcriptional transcytosis transdermal transient transit transition translate
translation translocation transmit transmittance transpiration transport transverse trap trash
travel treat treatment trench trend trial triangle tribe tribute trick trickle trim trip triple
triplet triploid trisomal trisomic trophic tropic tropical trouble trough trouser truck true
trumpet trunk trust truth tumble tuner tunnel turbid turn turtle tusk twice twin twist twitch
tympanitic typical ugly ulcerated ulcerating ulcerative ultimate ululation umbrella unable uncle
under undergo undulation unequal unicellular unicorn uniform unique unite unity universal universe
unload unstable upper upright upset uptake urban urge urgent urinal urine urologist urology useful
useless usher usual utility vacant vaccinate vaccinated vaccine vaccinee vacuum vague vain valgus
valid valley valvular vanish vapor vaporization variant variation varied variety various varus
vary vast vault vegetable vehicle veil velocity velvet venereal venom vent ventilate ventilation
ventral verb verbal verdict verge vermin verse vertical very vesicular vest veteran vial vibrate
vice victim victor video vigor villain villi villus vinegar viral virgin virology virtue virulence
virulent visage visceral viscous visible vision visit visual vital vitro vivid vivo vocation voice
volt voltage voltmeter volume voluntary vomit vote vowel voyage vulgar vulture wade wage wagon
waist wait wake walk walrus wander want ward warm warn warp wash wasp waste watch water wattage
wave wavelength weak wealth weapon wear weary weather weave wedge weed week weep weigh weight
weird welcome weld welfare well west whale wheat wheel whey whine whip whisk whisper whistle white
whole wide widow width wife wild will wilt wind window wine wing wink winter wipe wire wisdom wise
wish witch with withdraw wither witness woman wonder wood wool word wore work workload world worm
worry worse worship worst worth wound wrap wreck wrinkle wrong xenogeneic xenograft xylem yard
yarn yawn year yearn yeast yell yellow yolk young youth zeal zebra zero zest zone zoology zygote
"""
