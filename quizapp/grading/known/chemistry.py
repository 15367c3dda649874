"""Substances of chemistry and of living things. Data, as `quizapp.grading.normal` leaves words."""

WORDS = """
abscisic acetal acetaldehyde acetamide acetate acetic acetoacetate acetoacetic acetone acetyl
acetylate acetylation acetylcholine acetylcholinesterase acetylene acid acidic aconitase aconitate
aconitic acrolein actin actinin actinium acyl adenine adenosine adenosyl adenylate adenylyl
adiponectin adipose adrenalin agarose aglycone alanine albumin alcohol aldehyde aldolase aldose
aldosterone alginate aliphatic alkali alkaline alkaloid alkane alkene alkyl alkyne allele allose
aluminate aluminum americium amidase amide amination amine amino aminolevulinic aminopeptidase
aminotransferase ammonia ammoniacal ammonium amylase amylin amylopectin amylose androstenedione
androsterone angiotensin angiotensinogen anhydride anhydrous aniline anion ankyrin annexin anode
anomer anthocyanin antibody antigen antimony antithrombin apoenzyme apoferritin apolipoprotein
apoptosis aquaporin aqueous arabinose arachidonic argentous arginase arginine argininosuccinate
argon aromatic arsenate arsenic arsenite aryl ascorbate ascorbic asparagine aspartate aspartic
astatine atom auric aurous autophagy auxin azide azole barium benzaldehyde benzene benzoate
berkelium beryllium betaine bicarbonate bilirubin biliverdin biotin bismuth bisphosphate bohrium
borate borax boric boron bradykinin bradykininogen bromate bromide bromine butadiene butanal
butane butanol butanone butene butyl butyne butyrate butyric cadherin cadmium calcidiol calciferol
calcineurin calcite calcitonin calcium calmodulin calorimetry calpain calsequestrin camphor
carbamate carbamidase carbamoyl carbide carbohydrate carbon carbonate carbonic carbonyl carboxyl
carboxylase carboxylation carboxypeptidase carnitine carnosine carotene carotenoid casein caspase
catalase catalyst catecholamine catenin cathepsin cathode cation cellobiose cellulase cellulose
centrifuge ceramide cerebroside cerium ceruloplasmin cesium chaperone chelate chemokine
chenodeoxycholic chitin chitosan chloral chlorate chloric chloride chlorine chlorite chloroform
chlorophyll chloroplast chlorous cholane cholate cholecalciferol cholecystokinin cholestane
cholesterol choline cholinesterase chondroitin chromate chromatid chromatin chromatography chromic
chromium chromosome chylomicron chymosin chymotrypsin cisterna citrate citric citrulline clathrin
cobalamin cobalt cobaltic cobaltous codon coenzyme cofactor collagenase colloid complement
connexin coproporphyrin coprostanol corticosterone corticotropin cortisol cortisone coumarin
covalent creatine creatinine cresol cryoglobulin crystal crystalline cupric cuprous curium cyanate
cyanide cyanocobalamin cyclase cyclin cyclohexane cyclooxygenase cystathionine cystatin cysteine
cystine cytidine cytidylate cytochrome cytokine cytokines cytokinin cytoplasm cytosine
cytoskeleton cytosol dalton deaminase deamination decane decanol decarboxylase decarboxylation
dehydratase dehydroepiandrosterone dehydrogenase delocalized deoxyribose deoxyuridine
dephosphorylation desmin desmosine desmosome dextran dextrin dextrose diamine diamond diastase
diester diethyl diffusion digestion diglyceride dihydrogen dihydroxy dihydroxyacetone dimer
dioxide dipeptidase dipeptide dipole disaccharide disulfide dubnium dynein dynorphin dysprosium
dystrophin eicosanoid einsteinium elastase elastin electrode electrolysis electrolyte electron
electrophile electrophoresis element enantiomer endonuclease endopeptidase endorphin endosome
endothelin endothermic endotoxin enkephalin enol enolase enterokinase enteropeptidase enthalpy
entropy enzyme epimer epimerase epoxide epsom erbium ergosterol erythropoietic erythrose
erythrulose ester esterase esterases estradiol estriol estrogen estrone ethanal ethane ethanol
ethanolamine ethene ether ethyl ethylene ethyne europium exon exonuclease exopeptidase exothermic
exotoxin factor farnesyl fermentation fermium ferredoxin ferric ferritin ferrocene ferrous
fibrillin fibrin fibrinogen fibrinolysis fibrinopeptide fibronectin flavin flavonoid fluorescein
fluoride fluorine folinic follistatin follitropin formaldehyde formamide formate formic formyl
francium fructokinase fructose fumarase fumarate fumaric gadolinium galactokinase galactosamine
galactose galactosidase gallium gamma gammaglobulin ganglioside gaseous gastrin gelatin gene
genome germanium ghrelin gibberellin gliadin globin globulin glucagon glucan glucocorticoid
glucokinase gluconate gluconeogenesis glucosamine glucose glucosidase glucoside glucuronate
glucuronide glutamate glutamic glutaminase glutamine glutaraldehyde glutathione gluten glycan
glycation glyceraldehyde glycerate glyceride glycerin glycerol glycine glycogen glycogenesis
glycogenolysis glycol glycolate glycolipid glycolysis glycoprotein glycoside glycosome
glycosylation glyoxal glyoxylate gonadotropin graphene graphite guanidine guanine guanosine
guanylate guanylyl gypsum hafnium halide halogen haptoglobin hassium helicase helium heme
hemicellulose hemin hemocyanin hemoglobin hemopexin hemosiderin heptane heptanol heptose hexane
hexanol hexokinase hexosaminidase hexose histamine histidine histone holmium homocysteine
homogentisic hormone hyaluronate hyaluronic hydrate hydrazine hydride hydrobromic hydrocarbon
hydrochloric hydrocyanic hydrofluoric hydrogen hydroiodic hydrolase hydrolysis hydrous hydroxide
hydroxyapatite hydroxybutyrate hydroxyl hydroxylase hydroxylation hydroxylysine hydroxyproline
hypochlorite hypochlorous hypoxanthine ibuprofen imidazole imine immunoglobin immunoglobulin
incretin indican indigo indium indole inhibin inosinate inosine inositol insulin integrin
integrins interleukin inulin invertase iodate iodide iodine ionic ionization iridium iron
isobutane isocitrate isoelectric isoenzyme isoleucine isomaltose isomer isomerase isomerism
isoprene isopropanol isothermal isotone isotope isotopic isovaleric kallikrein kaolin keratin
ketal ketamine ketoacid ketoglutarate ketone ketose kinase kinesin kinetic kinin kininogen krypton
lactam lactase lactate lactic lactoferrin lactone lactose lamin laminin laminins lanolin
lanosterol lanthanum laurate lawrencium lecithin lectin leptin leucine leukotriene levulinic
ligand ligase lignin linkage linoleate linoleic linolenic lipase lipid lipoic lipolysis
lipoprotein lipoxygenase lithium lutein luteolin luteotropin lutetium lutropin lyase lycopene
lymphokine lysin lysine lysis lysosome lysozyme lyxose macroglobulin magnesium magnetite malate
maleate maleic malic malonate malonic malonyl maltase maltose manganate manganese manganic
manganous mannan mannitol mannose mannosidase margarine melanin melanocortin melatonin mendelevium
mercaptan mercuric mercurous mercury metabolism metal metalloid metalloprotein methanal methane
methanol methemoglobin methionine methyl methylate methylation methylene mevalonate micelle
microfilament microglobulin microtubule milk mineral mineralocorticoid mitochondria mitochondrion
molality molarity mole molecule molybdenum monohydrate monokine monomer mononucleotide
monosaccharide monoxide morphine motilin mucin mutarotation myoglobin myosin naphthalene
natriuretic nebulin neodymium neon neopterin neptunium neuraminidase neurotransmitter neutrino
neutron nexin niacin nicotinamide nicotine nicotinic ninhydrin niobium nitrate nitric nitride
nitrile nitrite nitro nitrogen nitrogenase nitrogenous nitroglycerin nitrosamine nitrous nobelium
nonane nuclease nucleolus nucleophile nucleoprotein nucleoside nucleosome nucleotidase nucleotide
obestatin octane octanol octyl oleate olefin oleic oligomer oligopeptide oligosaccharide opsin
opsonins orexin organelle ornithine orotate orotic osmium osmolality osmolarity osmosis
osteocalcin ovalbumin oxalate oxalic oxaloacetate oxaloacetic oxidase oxidation oxide oxime oxygen
oxygenase oxyhemoglobin oxytocin ozone palladium palmitate palmitic palmitoylation pantothenate
pantothenic papain paraffin pectin pentane pentanol pentene pentose pepsin pepsinogen peptidase
peptide peptidoglycan peptone perchlorate perchloric perforin permanganate permanganic peroxidase
peroxide peroxisome phenol phenolphthalein phenyl phenylalanine pheromone phosphatase phosphate
phosphatidyl phosphide phosphine phosphite phosphodiesterase phosphoenolpyruvate
phosphofructokinase phosphoglucomutase phosphohexose phospholipase phospholipid phosphoric
phosphorous phosphorus phosphorylase phosphorylated phosphorylation phosphotransferase photon
phytate phytol pigment piperidine plasma plasmalogen plasmid plasmin plasminogen plastid platinum
plumbic plumbous plutonium polonium polyester polyethylene polymer polymerase polynucleotide
polypeptide polypropylene polysaccharide polystyrene porphin porphobilinogen porphyrin potassium
praseodymium prealbumin precipitate pregnane pregnenolone prenylation progesterone progestin
progestogen prolactin proline promethium propanal propane propanol propanone propene properdin
propionate propionic propyl propyne prostacyclin prostaglandin protactinium protamine protease
proteasome protein proteoglycan proteolysis prothrombin proton protoporphyrin psychosine pterin
ptyalin purine pyran pyranose pyridine pyridoxal pyridoxine pyrimidine pyrophosphatase pyrrole
pyruvate pyruvic quark quartz quercetin quinol quinone radium radon raffinose reductase reduction
relaxin renin rennin resin resistin resorcinol retinoic retinol rhamnose rhenium rhodium rhodopsin
riboflavin ribonuclease ribose ribosome ribozyme ribulose rubidium ruthenium rutherfordium
saccharide saccharin saccharose saline salt samarium sarcoglycan sarcosine scandium seaborgium
secretin selectin selenate selenic selenium serine serotonin serum sialic sialidase silane silica
silicate silicic silicon silicone silver soap sodium solubility solute solution solvent
somatomedin somatotropic somatotropin sorbitol spectrin sperm spermidine spermine sphingolipid
sphingomyelin sphingosine stannic stannous starch stearate stearic steroid sterol stilbene
streptavidin strontium styrene suberin succinate succinic succinyl sucrase sucrose sugar sulfa
sulfate sulfatide sulfhydryl sulfide sulfite sulfonate sulfone sulfoxide sulfur sulfuric sulfurous
sumoylation synthase synthetase tannin tantalum tartaric tartrate taurine technetium telluric
tellurium tenascin terbium terpene tetrahydrofolate thallium thiamine thiocyanate thiokinase thiol
thiolase thionine thiosulfate thiourea thorium threonine threose thrombin thrombomodulin
thromboplastin thrombopoietin thromboxane thulium thymidine thymidylate thymine thymopoietin
thymosin thyroglobulin thyronine thyrotropin thyroxine titanium titin titrant titration tocopherol
toluene topoisomerase toxin toxoid transaldolase transaminase transamination transcortin
transferase transferrin transketolase transthyretin trehalose triacylglycerol triglyceride
trihydroxy triiodothyronine trimer trioxide tripeptide tropomyosin troponin trypsin trypsinogen
tryptophan tubulin tungsten tyramine tyrosinase tyrosine ubiquinone ubiquitin ubiquitination
uracil uranium urate urea urease ureide uric uridine uridylyl urobilin urobilinogen urokinase
uronic vacuole valence valine vanadium vanillin vasopressin vasotocin villin vimentin vinyl
viscosity visfatin vitamin vitronectin xanthan xanthine xanthosine xenon xylene xylitol xylose
xylulose ytterbium yttrium zein zeolite zinc zirconium zwitterion zymogen
"""
