"""Words that must never stand for each other. Data; a bank adds to them.

Within a group each word excludes each other one. They are written as words are compared
(`quizapp.grading.old.normal`), so that none has to be normalised before the first answer is judged.
"""

from quizapp.grading.old.listed import grouped

WORDS: tuple[tuple[str, ...], ...] = grouped("""
    abducens/adducens accuracy/precision acid/base/alkali acidic/basic/neutral acidosis/alkalosis
    acquired/inherited/congenital active/passive acute/chronic/subacute acyclovir/ganciclovir
    adenine/adenosine adrenaline/noradrenaline aerobic/anaerobic affect/effect afferent/efferent
    afterload/preload agonism/antagonism agonist/antagonist agonistic/antagonistic aldehyde/ketone
    aldosterone/androsterone/testosterone/androstenedione alkane/alkene/alkyne all/none/some
    always/never/sometimes amide/amine/imine amoxicillin/ampicillin/penicillin anabolic/catabolic
    anabolism/catabolism ancestor/descendant androgen/estrogen aneurysm/dissection
    antepartum/intrapartum/postpartum anterior/posterior anthrax/anthracosis
    antigen/mitogen/antibody/allergen apophysis/epiphysis/diaphysis/metaphysis/hypophysis
    arctic/antarctic arginine/argininosuccinate/asparagine arterial/venous arteriole/venule
    ascending/descending aspartate/asparagine assonance/consonance atelectasis/bronchiectasis
    atenolol/metoprolol/propranolol/bisoprolol/nadolol/timolol
    atorvastatin/simvastatin/pravastatin/rosuvastatin/lovastatin/fluvastatin
    aural/oral/anal/nasal/ocular austria/australia authentication/authorization
    autosomal/x/y/mitochondrial azathioprine/azithromycin bacteriostatic/bactericidal
    basal/basilar/nasal before/after/during benign/malignant bone/cartilage
    bordetella/brucella/bartonella/borrelia breadth/depth buccal/lingual/labial budapest/bucharest
    bulimia/anorexia bull/bear callus/callous
    candida/cryptococcus/aspergillus/histoplasma/blastomyces/coccidioides capillary/artery/vein
    carcinoma/adenoma/adenocarcinoma carcinoma/sarcoma/carcinoid
    carotene/creatine/creatinine/carnitine/keratin carpal/tarsal carpus/tarsus cataract/glaucoma
    cathode/anode cation/anion cecum/rectum/sigmoid cefazolin/cefoxitin/cefotaxime/ceftriaxone
    cellular/humoral central/peripheral cephalic/caudal/rostral cerebral/cerebellar
    cerebrum/cerebellum cestode/nematode/trematode cetirizine/levocetirizine chad/chile
    chloride/chlorite/chlorate chlorine/chloride/fluorine/fluoride chlorpromazine/chlorpropamide
    cholangitis/cholecystitis chromatin/chromatid/chromosome/chromatic
    ciprofloxacin/levofloxacin/moxifloxacin/ofloxacin/norfloxacin
    cisplatin/carboplatin/oxaliplatin citalopram/escitalopram client/server
    clonidine/clonazepam/clozapine coccyx/coccus cochlea/trochlea codon/anticodon cohort/case
    compensated/decompensated competent/incompetent compile/interpret compiler/interpreter
    complete/incomplete compliment/complement conjugated/unconjugated conscious/unconscious
    convex/concave copper/cobalt coronavirus/rotavirus/norovirus/rhinovirus/retrovirus/rhabdovirus
    cortisol/cortisone/corticosterone cranial/caudal crust/mantle/core cuprous/cupric
    cyclone/anticyclone cyclosporine/cycloserine/cyclophosphamide
    cytomegalovirus/papillomavirus/polyomavirus/herpesvirus cytosine/cysteine/cystine/cytidine
    daunorubicin/doxorubicin/idarubicin decrease/increase decreased/increased deep/superficial
    defective/effective/infective/affective deletion/insertion/duplication delirium/dementia
    delusion/illusion/hallucination/allusion dermis/epidermis dextrose/dextran diastole/systole
    diastolic/systolic diazepam/lorazepam/clonazepam/temazepam/oxazepam/midazolam digiti/digitorum
    dilation/constriction direct/indirect distal/proximal dna/rna dominant/recessive
    dominica/dominican donor/recipient dopamine/dobutamine dorsal/ventral
    doxycycline/minocycline/tetracycline/tigecycline dysphagia/dysphasia/dysplasia
    dysuria/polyuria/oliguria/anuria early/late embolism/thrombosis embolism/thrombus
    emigrant/immigrant emigration/immigration emperor/empress emphysema/empyema
    enalapril/lisinopril/ramipril/captopril/perindopril encode/decode encrypt/decrypt
    eosinophil/basophil/neutrophil ephedrine/epinephrine/norepinephrine eruption/irruption
    erythema/eczema erythromycin/clarithromycin/azithromycin esotropia/exotropia
    estradiol/estriol/estrone/estrogen estrogen/progesterone/testosterone exogenous/endogenous
    exon/intron exothermic/endothermic exotoxin/endotoxin external/internal externus/internus
    facial/fascial/fecal false/true familial/sporadic famotidine/cimetidine/ranitidine fast/slow
    female/male femoral/humeral/humoral femur/humerus ferrous/ferric
    fibrinogen/fibrin/plasminogen/pepsinogen/trypsinogen 1st/2nd/3rd/4th/5th
    fission/fusion flexion/extension/reflexion flexor/extensor/abductor/adductor
    fluconazole/itraconazole/ketoconazole/voriconazole/miconazole
    fluoxetine/fluvoxamine/paroxetine fracture/dislocation fungus/fungous gain/loss gambia/zambia
    ganglion/gangrene genome/proteome genotype/phenotype/karyotype
    gentamicin/tobramycin/amikacin/vancomycin/kanamycin georgia/germany
    glossopharyngeal/hypoglossal glucagon/glucose/glycogen/glycerol/glucan
    glucocorticoid/mineralocorticoid glutamate/glutamine/glutathione gold/silver gravida/para
    guanine/guanosine/guanidine guinea/guyana gyrus/sulcus hallucis/pollicis haploid/diploid
    heavy/light hematemesis/hemoptysis/hematochezia/melena hematuria/hemoglobinuria/myoglobinuria
    hemolytic/aplastic hereditary/acquired heterozygous/homozygous/hemizygous high/low/normal
    higher/lower histidine/histamine/histone hodgkin/nonhodgkin homonym/synonym/antonym
    hookworm/pinworm/tapeworm/whipworm/roundworm hot/cold/warm hydralazine/hydroxyzine
    hydration/dehydration hydrophilic/hydrophobic/lipophilic igneous/sedimentary/metamorphic
    ileal/iliac ileum/ilium/ileus import/export incidence/prevalence increment/decrement
    inferior/superior inflation/deflation influenza/parainfluenza
    inhalation/exhalation/ingestion/injection inheritance/composition inhibit/activate
    inhibition/activation/excitation inhibitor/activator/inducer inhibitory/excitatory
    innate/adaptive inner/outer input/output insomnia/hypersomnia inspiration/expiration
    inspiratory/expiratory insulin/inulin intrinsic/extrinsic invasive/noninvasive iodine/iodide
    ionic/covalent/metallic ionization/opsonization iran/iraq ischemic/hemorrhagic
    isotope/isotone/isobar/isomer/isoform javascript/java jejunum/ileum/duodenum ketosis/acidosis
    king/queen kiribati/kuwait klebsiella/kingella lamotrigine/lamivudine large/small
    laryngeal/pharyngeal larynx/pharynx latency/throughput
    lateral/medial/median/contralateral/ipsilateral/bilateral/unilateral
    latitude/longitude/altitude/attitude latvia/lithuania leading/lagging left/right
    leucine/isoleucine/lysine/glycine libya/liberia ligament/tendon ligand/receptor/ligament
    local/global long/short longus/brevis losartan/valsartan/candesartan/irbesartan/olmesartan
    lossy/lossless lymphoblastic/myeloblastic/myeloid/lymphoid
    lymphocyte/leukocyte/erythrocyte/thrombocyte/monocyte/granulocyte lymphoma/leukemia
    macula/macule/papule/papilla macule/papule/pustule/vesicle/bulla magnesium/manganese
    magnus/parvus major/minor mali/malawi/malta malleolus/malleus mandible/maxilla
    mandibular/maxillary mania/phobia maternal/paternal/fetal maternal/paternal/fraternal
    mauritania/mauritius maximum/minimum maximus/minimus/medius mean/median/mode
    measles/rubella/mumps medulla/cortex medullary/cortical meiosis/mitosis/miosis/mydriasis
    meiotic/mitotic mellitus/insipidus menarche/menopause mercurous/mercuric mercury/magnesium
    mesial/distal metacarpal/metatarsal metformin/metronidazole methane/ethane/propane/butane
    methanol/ethanol/propanol/butanol methotrexate/metolazone/methimazole
    microcytic/macrocytic/normocytic monaco/morocco monarchy/anarchy/oligarchy
    monozygotic/dizygotic more/fewer/less mortality/morbidity/fertility most/least
    mother/father/brother/sister motor/sensory mrna/trna/rrna mucous/mucus/mucosa
    mutable/immutable mycoplasma/mycobacterium/ureaplasma mydriatic/miotic myeloma/melanoma
    myocardial/endocardial/pericardial/epicardial myoglobin/hemoglobin/haptoglobin/immunoglobulin
    myopia/hyperopia/presbyopia negative/positive neonatal/prenatal/perinatal/postnatal/antenatal
    nephrotic/nephritic/neurotic/necrotic neutropenia/neutrophilia niger/nigeria
    nitrate/nitrite/nitride nitrous/nitric nominative/accusative/dative/genitive normal/abnormal
    normal/defective normal/deficient normal/elevated normal/impaired normal/raised normal/reduced
    north/south/east/west northern/southern/eastern/western null/alternative obsession/compulsion
    obstructive/restrictive odds/risk/hazard oligomer/polymer/monomer/dimer oman/amman
    omeprazole/esomeprazole/lansoprazole/pantoprazole/rabeprazole oncogene/protooncogene
    open/closed organic/inorganic overload/override overloading/overriding oxidant/reductant
    oxidation/reduction oxidized/reduced oxytocin/vasopressin palatine/palpable/palatal/pelvic
    paraguay/uruguay parametric/nonparametric parent/child
    parotid/parathyroid/thyroid/carotid/steroid partial/complete/generalized
    penicillin/penicillamine perfusion/ventilation/effusion/infusion/transfusion/diffusion
    perineal/peroneal/peritoneal/pineal perineum/peritoneum peroneus/peritoneum
    phosphate/phosphite/phosphide phosphorus/phosphorous
    photon/proton/phonon/positron/neutron/electron phrenic/splenic pituitary/pineal
    plantar/palmar/dorsal/planter pleural/plural/neural pleurisy/pleuritis
    pneumocystis/pneumococcus/pneumocytis pneumothorax/hemothorax/hydrothorax potassium/phosphorus
    praseodymium/promethium prednisone/prednisolone prefix/postfix/infix prefix/suffix/infix
    pregnenolone/progesterone present/absent primary/secondary/tertiary
    primipara/multipara/nullipara principal/principle prokaryote/eukaryote prokaryotic/eukaryotic
    prolactin/progesterone pronation/supination pronator/supinator prone/supine
    prospective/retrospective prostate/prostrate public/private/protected
    purine/pyrimidine/pyridine push/pop pyruvate/pyrimidine quadriceps/triceps/biceps
    qualitative/quantitative quinine/quinidine radial/ulnar radius/radial radius/ulna
    reabsorption/secretion/filtration/excretion/absorption reactive/nonreactive read/write
    reducible/irreducible relative/absolute relaxation/contraction renal/adrenal/retinal/rectal
    renin/rennin respiratory/metabolic retrograde/anterograde reversible/irreversible
    rifampicin/rifabutin/rifaximin rifampin/rifabutin/rifaximin
    rotavirus/norovirus/poxvirus/adenovirus/parvovirus/papovavirus row/column
    rubella/rubeola/roseola salmonella/shigella/klebsiella/legionella/brucella/bordetella
    saturated/unsaturated scaphoid/sphenoid schistosoma/leishmania/plasmodium schizoid/schizotypal
    sclera/cornea sense/antisense/nonsense/missense sensitive/specific/resistant
    sensitivity/specificity serialize/deserialize serous/serious/scirrhous/cirrhotic
    silicon/silicone/selenium silver/sulfur simile/metaphor slovakia/slovenia
    sodium/potassium/calcium/magnesium sodium/sulfur soft/hard soluble/insoluble
    solute/solvent/solution spastic/flaccid sprain/strain stable/unstable stack/heap/queue
    stalactite/stalagmite staphylococcus/streptococcus/enterococcus static/dynamic
    stationary/stationery stenosis/regurgitation stimulate/suppress/inhibit
    stimulation/suppression strontium/scandium sulfate/sulfite/sulfide sulfurous/sulfuric
    sumatriptan/sitagliptin superclass/subclass superficialis/profundus supply/demand
    supraspinatus/infraspinatus supraspinous/infraspinous sweden/switzerland symmetric/asymmetric
    sympathetic/parasympathetic symptomatic/asymptomatic synchronous/asynchronous
    synergist/antagonist systemic/local/topical systemic/pulmonary tenia/tinea talus/tarsus
    tamponade/effusion tetanus/tetany thalamus/hypothalamus/epithalamus
    thalamus/hypothalamus/thymus thenar/hypothenar thick/thin thorium/thulium/thallium
    thrombin/thrombus/prothrombin/fibrin thymine/thiamine/thymidine/tyramine/tyrosine/threonine
    tibia/fibula tibial/fibular tonic/clonic toxoplasma/toxocara/trypanosoma/treponema
    trachea/trachoma tramadol/trazodone transcription/translation/translocation
    transition/transversion transverse/longitudinal/sagittal/coronal trapezius/trapezium/trapezoid
    trichomonas/trichinella/trichuris trochanter/trochlea trophic/tropic typhoid/typhus
    unicast/multicast/broadcast upload/download upper/lower/middle upregulation/downregulation
    uracil/uridine/thymine/cytosine ureter/urethra/uterus ureteral/urethral/uterine
    ureteric/urethral uvula/vulva/uvea vagus/valgus/varus/vagina valacyclovir/valganciclovir
    validity/reliability variance/covariance variola/varicella/vaccinia
    vasodilation/vasoconstriction vasodilator/vasoconstrictor ventricle/atrium ventricular/atrial
    vesicle/vesical vienna/vietnam villus/villous vinblastine/vincristine
    viral/bacterial/fungal/parasitic virulence/resistance virulent/avirulent
    virus/bacterium/fungus/parasite visceral/parietal/somatic viscus/viscous vitro/vivo/situ/utero
    voluntary/involuntary war/peace wet/dry wide/narrow with/without zinc/tin
    """)
