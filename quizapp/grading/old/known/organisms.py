"""Genera, species and kinds of organisms. Data, as `quizapp.grading.old.normal` leaves words."""

WORDS = """
abortus acanthameba acinetobacter actinomyces adenovirus aedes aeromonas aeruginosa africanum
agalactiae agrobacterium albicans alcaligenes alphavirus ameba amebas anabena ancylostoma anisakis
anopheles anthracis arbovirus arenavirus arthropod ascaris ascomycete aspergillus astrovirus
aureus auris avium babesia bacilli bacilliformis bacillus bacteria bacterium bacteroides
balantidium bartonella basidiomycete baumannii blastocystis blastomyces bordetella borrelia bovis
brasiliensis braziliensis brucei brucella brugia bunyavirus burgdorferi burkholderia burnetii
calicivirus campylobacter candida canis capnocytophaga capsulatum carinii carrier catarrhalis
cepacia cereus cestode chikungunya chlamydia chlamydophila cholerae ciliate citrobacter
cladophialophora cloacae clonorchis clostridioides clostridium cocci coccidia coccidioides
coccidium coccus coli commensal coronavirus corrodens corynebacterium coxiella coxsackievirus
cruzi cryptococcus cryptosporidia cryptosporidium culex cuniculi cutibacterium cyclospora
cystoisospora cytomegalovirus dengue dermatitidis dermatophyte dermatophytes dientameba difficile
diphtheriae diphyllobothrium diplococcus dipylobacterium donovani dracunculus drosophila ducreyi
duodenale duodenalis dysenteriae ebola ebolavirus echinococcus echovirus ehrlichia eikenella
entameba enterobacter enterobius enterococci enterococcus enterovirus epidermidis epidermophyton
equi erysipelothrix escherichia euglena fasciculatum fasciola fasciolopsis fecalis fecium
filovirus flagellate flavivirus flavus flea flexneri fortuitum fragilis francisella fumigatus
fungus furfur fusarium fusobacterium gallolyticus gambiense gardnerella genitalium giardia
glabrata gondii gonococci gonococcus gonorrheae granulosus hafnia hansenii hantavirus helicobacter
helminth helminths hematobium hemolyticus hemophilus henselae hepadnavirus herpesvirus heterophyes
histolytica histoplasma hominis hookworm hydra hymenolepis immitis influenzae interrogans
intestinalis intracellulare isospora jeikeium jejuni jiroveci jirovecii kansasii kingella
klebsiella knowlesi krusei lactobacillus lactococcus lamblia latum legionella leishmania
leishmaniae leprae leptospira leukonostoc listeria louse lugdunensis lumbricoides lyssavirus
malariae malassezia malayi mallei mansonella mansoni marcescens marinum marneffei medinensis
melitensis meningitidis meningococci meningococcus metagonimus metapneumovirus mexicana microbe
micrococcus microorganism microsporidia microsporidium microsporum mirabilis mitis monocytogenes
moraxella morbillivirus morganella mosquito mucilaginosa mucor multilocularis multocida mutans
mycobacteria mycobacterium mycoplasma mycoplasmas naegleria necator necrophorum neisseria nematode
nematodes neoformans neslundii niger nocardia norovirus onchocerca opisthorchis oralis
orthomyxovirus ovale pallidum papillomavirus paracoccidioides paragonimus parahemolyticus
parainfluenza paramecium paramyxovirus parapertussis parapsilosis parasite parvovirus pasteurella
pathogen pediculus penicillium peptococcus peptostreptococci peptostreptococcus perfringens pestis
phlebotomus picornavirus pinworm planaria plasmodia plasmodium plesiomonas pneumococci
pneumococcus pneumocystis pneumoniae pneumophila poliovirus polyomavirus porphyromonas poxvirus
prevotella prion propionibacterium proteus protozoa protozoan providencia prowazekii pseudomallei
pseudomonas pseudotuberculosis psittaci pylori pyogenes quintana recurrentis reovirus retrovirus
rhabdovirus rhinovirus rhizobium rhizopus rhodesiense rhodococcus rhusiopathiae rickettsia
rickettsiae rickettsii roseola rotavirus roundworm rubella rubeola saginata salivarius salmonella
sanguinis sapiens saprophyticus sarcoptes scedosporium schenckii schistosoma schistosomes
scrofulaceum septicum serratia shigae shigella simulans sinensis solium sonnei sordellii spiralis
spirillum spirochete spirochetes sporothrix sporozoan staphylococci staphylococcus
stenotrophomonas stercoralis streptobacillus streptococci streptococcus streptomyces strongyloides
suis tapeworm tarda tenia tetani thuringiensis togavirus toxocara toxoplasma toxoplasmas
trachomatis trematode treponema trichinella trichiura trichomonas trichophyton trichosporon
trichuris tropica tropicalis trypanosoma trypanosome trypanosomes tsutsugamushi tularensis typhi
typhimurium ulcerans urealyticum ureaplasma vaccinia vaginalis veillonella vermicularis vibrio
viridans virion viroid virus vivax volvox vulgaris vulnificus westermani whipworm wuchereria
xenopi yersinia zika zygomycete
"""
