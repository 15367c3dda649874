"""Substances of chemistry and of living things. Data, as `quizapp.grading.old.normal` leaves words."""

WORDS = """
abscisic acetal acetaldehyde acetamide acetate acetic acetoacetate acetoacetic acetone acetyl
acetylate acetylation acetylcholine acetylcholinesterase acetylene acid acidic aconitase aconitate
aconitic acrolein actin actinin actinium acyl adenine adenosine adenosyl adenylate adenylyl
adiponectin adipose adrenalin agarose aglycone alanine albumin alcohol aldehyde aldol aldolase
aldose aldosterone alginate aliphatic alkali alkaline alkaloid alkane alkene alkyl alkyne allele
allose allulose altrose aluminate aluminum americium amidase amide amidine amination amine amino
aminolevulinic aminopeptidase aminotransferase ammonia ammoniacal ammonium amylase amylin
amylopectin amylose androstenedione androsterone angiotensin angiotensinogen anhydride anhydrous
aniline anion ankyrin annexin anode anomer anthocyanin antibody antigen antimony antithrombin
apoenzyme apoferritin apolipoprotein apoprotein apoptosis aquaporin aqueous arabinitol arabinose
arachidate arachidonate arachidonic argentous arginase arginine argininosuccinate argon aromatic
arsenate arsenic arsenite aryl ascorbate ascorbic asparagine aspartate aspartic astatine atom
auric aurous autophagy auxin azide azole barium behenate benzaldehyde benzene benzoate berkelium
beryllium betaine bicarbonate bilirubin biliverdin biotin bismuth bisphosphate bohrium borate
borax boric boron bradykinin bradykininogen bromate bromide bromine butadiene butanal butane
butanol butanone butene butyl butyne butyrate butyric cadherin cadmium calcidiol calciferol
calcineurin calcite calcitonin calcium calmodulin calorimetry calpain calsequestrin camphor
caprate caproate caprylate carbamate carbamidase carbamoyl carbanion carbene carbide carbocation
carbohydrate carbon carbonate carbonic carbonium carbonyl carboxyl carboxylase carboxylate
carboxylation carboxypeptidase carbyne carnitine carnosine carotene carotenoid casein caspase
catalase catalyst catecholamine catenin cathepsin cathode cation cellobiose cellulase cellulose
centrifuge ceramide cerebroside cerium ceruloplasmin cesium chaperone chelate chemokine
chenodeoxycholic chitin chitosan chloral chlorate chloric chloride chlorine chlorite chloroform
chlorophyll chloroplast chlorous cholane cholate cholecalciferol cholecystokinin cholestane
cholesterol choline cholinesterase chondroitin chromate chromatid chromatin chromatography chromic
chromium chromosome chylomicron chymosin chymotrypsin cisterna citrate citric citrulline clathrin
cobalamin cobalt cobaltic cobaltous codon coenzyme cofactor collagenase colloid complement
connexin coproporphyrin coprostanol corticosterone corticotropin cortisol cortisone coumarin
covalent creatine creatinine cresol crotonate cryoglobulin crystal crystalline cupric cuprous
curium cyanate cyanide cyanocobalamin cyclase cyclin cyclodextrin cyclohexane cyclooxygenase
cystathionine cystatin cysteine cystine cytidine cytidylate cytochrome cytokine cytokines
cytokinin cytoplasm cytosine cytoskeleton cytosol dalton deaminase deamination decane decanol
decarboxylase decarboxylation defensin dehydratase dehydroepiandrosterone dehydrogenase
delocalized deoxyribose deoxyuridine dephosphorylation desmin desmosine desmosome dextran dextrin
dextrose diamine diamond diastase diester diethyl diffusion digestion diglyceride dihydrogen
dihydroxy dihydroxyacetone dimer diol dioxide dipeptidase dipeptide dipole disaccharide disulfide
dithiol dithiothreitol docosahexenoate dubnium dynein dynorphin dysprosium dystrophin eicosanoate
eicosanoid eicosapentenoate einsteinium elastase elastin electrode electrolysis electrolyte
electron electrophile electrophoresis element enamine enantiomer endonuclease endopeptidase
endorphin endosome endothelin endothermic endotoxin enkephalin enol enolase enolate enterokinase
enteropeptidase enthalpy entropy enzyme epimer epimerase epoxide epsom erbium ergosterol
erythritol erythropoietic erythrose erythrulose ester esterase esterases estradiol estriol
estrogen estrone ethanal ethane ethanol ethanolamine ethene ether ethyl ethylene ethyne europium
exon exonuclease exopeptidase exothermic exotoxin factor farnesyl fermentation fermium ferredoxin
ferric ferritin ferrocene ferrous fibrillin fibrin fibrinogen fibrinolysis fibrinopeptide
fibronectin flavin flavonoid fluorescein fluoride fluorine folinic follistatin follitropin
formaldehyde formamide formate formic formyl francium fructokinase fructose fucose fucosyl
fumarase fumarate fumaric gadolinium galactitol galactokinase galactosamine galactose
galactosidase galactosyl gallium gamma gammaglobulin ganglioside gaseous gastrin gelatin gene
genome gentiobiose germanium ghrelin gibberellin gliadin globin globulin glucagon glucan glucitol
glucocorticoid glucokinase gluconate gluconeogenesis glucosamine glucose glucosidase glucoside
glucosyl glucuronate glucuronide glutamate glutamic glutaminase glutamine glutaraldehyde
glutathione gluten glycan glycation glyceraldehyde glycerate glyceride glycerin glycerol glycine
glycogen glycogenesis glycogenolysis glycol glycolate glycolipid glycolysis glycoprotein
glycosidase glycoside glycosome glycosyl glycosylation glyoxal glyoxylate gonadotropin graphene
graphite guanidine guanidino guanine guanosine guanylate guanylyl gulose gypsum hafnium halide
halogen haptoglobin hassium helicase helium heme hemicellulose hemin hemocyanin hemoglobin
hemopexin hemoprotein hemosiderin heptane heptanol heptose hexane hexanol hexokinase
hexosaminidase hexose histamine histidine histone holmium homocysteine homogentisic hormone
hyaluronate hyaluronic hydrate hydrazine hydride hydrobromic hydrocarbon hydrochloric hydrocyanic
hydrofluoric hydrogen hydroiodic hydrolase hydrolysis hydrous hydroxide hydroxyapatite
hydroxybutyrate hydroxyl hydroxylase hydroxylation hydroxylysine hydroxyproline hypochlorite
hypochlorous hypoxanthine ibuprofen idose imidazole imide imine imino immunoglobin immunoglobulin
incretin indican indigo indium indole inhibin inosinate inosine inositol insulin integrin
integrins intein interleukin inulin invertase iodate iodide iodine ionic ionization iridium iron
isobutane isocitrate isoelectric isoenzyme isoleucine isomalt isomaltase isomaltose isomaltulose
isomer isomerase isomerism isoprene isopropanol isothermal isotone isotope isotopic isovaleric
kallikrein kaolin keratin ketal ketamine ketoacid ketoglutarate ketol ketone ketose kinase kinesin
kinetic kinin kininogen krypton lactam lactase lactate lactic lactitol lactoferrin lactone lactose
lamin laminin laminins lanolin lanosterol lanthanum laurate lawrencium lecithin lectin leptin
leucine leukotriene levulinic levulose ligand ligase lignin lignocerate linkage linoleate linoleic
linolenate linolenic lipase lipid lipoic lipolysis lipoprotein lipoxin lipoxygenase lithium lutein
luteolin luteotropin lutetium lutropin lyase lycopene lymphokine lysin lysine lysis lysosome
lysozyme lyxose macroglobulin magnesium magnetite malate maleate maleic malic malonate malonic
malonyl maltase maltitol maltodextrin maltose maltotriose manganate manganese manganic manganous
mannan mannitol mannose mannosidase mannosyl margarine melanin melanocortin melatonin melibiose
mendelevium mercaptan mercaptoethanol mercuric mercurous mercury metabolism metal metalloid
metalloprotease metalloprotein methanal methane methanol methemoglobin methionine methyl methylate
methylation methylene mevalonate micelle microfilament microglobulin microtubule milk mineral
mineralocorticoid mitochondria mitochondrion molality molarity mole molecule molybdenum
monohydrate monokine monomer mononucleotide monosaccharide monoxide morphine motilin mucin
mutarotation myoglobin myosin myristate naphthalene natriuretic nebulin neodymium neon neopterin
neptunium neuraminidase neurotransmitter neutrino neutron nexin niacin nicotinamide nicotine
nicotinic ninhydrin niobium nitrate nitric nitride nitrile nitrite nitro nitrogen nitrogenase
nitrogenous nitroglycerin nitrosamine nitroso nitrosyl nitrous nobelium nonane nuclease nucleolus
nucleophile nucleoprotein nucleoside nucleosome nucleotidase nucleotide obestatin octane octanol
octyl oleate olefin oleic oleoyl oligomer oligopeptide oligosaccharide opsin opsonins orexin
organelle ornithine orotate orotic osmium osmolality osmolarity osmosis osteocalcin ovalbumin
oxalate oxalic oxaloacetate oxaloacetic oxidase oxidation oxide oxime oxygen oxygenase
oxyhemoglobin oxytocin ozone palladium palmitate palmitic palmitoyl palmitoylation pantothenate
pantothenic papain paraffin pectin pentane pentanol pentene pentose pepsin pepsinogen peptidase
peptide peptidoglycan peptone perchlorate perchloric perforin permanganate permanganic peroxidase
peroxide peroxisome peroxynitrite phenol phenolphthalein phenyl phenylalanine pheromone
phosphatase phosphate phosphatidyl phosphide phosphine phosphite phosphodiesterase
phosphoenolpyruvate phosphofructokinase phosphoglucomutase phosphohexose phospholipase
phospholipid phosphonate phosphoric phosphorous phosphorus phosphorylase phosphorylated
phosphorylation phosphotransferase photon phytate phytol pigment piperidine plasma plasmalogen
plasmid plasmin plasminogen plastid platinum plumbic plumbous plutonium polonium polyamide
polyamine polyester polyethylene polyimide polymer polymerase polynucleotide polyol polypeptide
polypropylene polysaccharide polystyrene porphin porphobilinogen porphyrin potassium praseodymium
prealbumin precipitate pregnane pregnenolone prenylation progesterone progestin progestogen
prolactin prolamin proline promethium propanal propane propanol propanone propene properdin
propionate propionic propyl propyne prostacyclin prostaglandin prostanoid protactinium protamine
protease proteasome protein proteoglycan proteolysis prothrombin proton protoporphyrin psicose
psychosine pterin ptyalin purine pyran pyranose pyridine pyridoxal pyridoxine pyrimidine
pyrophosphatase pyrrole pyruvate pyruvic quark quartz quercetin quinol quinone radium radon
raffinose reductase reduction relaxin renin rennin resin resistin resolvin resorcinol retinoic
retinol rhamnose rhenium rhodium rhodopsin ribitol riboflavin ribonuclease ribose ribosome
ribozyme ribulose rubidium ruthenium rutherfordium saccharide saccharin saccharose saline salt
samarium sarcoglycan sarcosine scandium seaborgium secretin secretor selectin selenate selenic
selenium selenol serine serotonin serum sialic sialidase sialyl silane silica silicate silicic
silicon silicone silver soap sodium solubility solute solution solvent somatomedin somatotropic
somatotropin sorbitol sorbose spectrin sperm spermidine spermine sphingolipid sphingomyelin
sphingosine stachyose stannic stannous starch stearate stearic stearoyl steroid sterol stilbene
streptavidin strontium styrene suberin succinate succinic succinyl sucrase sucrose sugar sulfa
sulfate sulfatide sulfhydryl sulfide sulfite sulfonamide sulfonate sulfone sulfoxide sulfur
sulfuric sulfurous sumoylation synthase synthetase tagatose talose tannin tantalum tartaric
tartrate taurine technetium telluric tellurium tenascin terbium terpene tetrahydrofolate thallium
thiamine thiocyanate thioester thioether thiokinase thiol thiolase thionine thiosulfate thiourea
thorium threitol threonine threose thrombin thrombomodulin thromboplastin thrombopoietin
thromboxane thulium thymidine thymidylate thymine thymopoietin thymosin thyroglobulin thyronine
thyrotropin thyroxine titanium titin titrant titration tocopherol toluene topoisomerase toxin
toxoid transaldolase transaminase transamination transcortin transferase transferrin transketolase
transthyretin trehalase trehalose triacylglycerol triglyceride trihydroxy triiodothyronine trimer
triol trioxide tripeptide tropomyosin troponin trypsin trypsinogen tryptophan tubulin tungsten
tyramine tyrosinase tyrosine ubiquinone ubiquitin ubiquitination uracil uranium urate urea urease
ureide uric uridine uridylyl urobilin urobilinogen urokinase uronic vacuole valence valine
vanadium vanillin vasopressin vasotocin verbascose villin vimentin vinyl viscosity visfatin
vitamin vitronectin xanthan xanthine xanthosine xenon xylene xylitol xylose xylulose ynamine
ytterbium yttrium zein zeolite zinc zirconium zwitterion zymogen
"""
