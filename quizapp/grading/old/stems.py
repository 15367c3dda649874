"""What medical words are built of: beginnings, roots and endings. Data."""

from quizapp.grading.old.listed import grouped, listed

BEGINNINGS = listed("""
    a ab ad an ante anti auto bi brady cata co con contra de di dis down dys ecto en endo epi eu
    ex exo extra hemi hetero holo homo hyper hypo in infra inter intra iso kypho macro mal mega
    meso meta micro mono multi neo non normo oligo out over pan para per peri poly post pre pro
    pseudo quadri re retro semi sub super supra sym syn tachy tetra trans tri ultra un under uni
    up
    """)

ROOTS = listed("""
    abdomin acr aden adip adren aer alveol amnes amni amyl andr angi ankyl anthrac aort append
    appendic arachn arteri arteriol arthr ather atri audi axill azot bacter bacteri bas bil
    bilirubin blast blephar brachi bronch bronchi bronchiol bucc burs calc calcane capn carcin
    card cardi carp caud cec celi cephal cerebell cerebr cervic cheil chem chir chlor chol cholang
    cholangi cholecyst choledoch cholesterol chondr chorion chrom chromat cili clavicul coagul
    cochle col colon colp condyl conjunctiv corne coron cost coxa crani cry crypt cutane cyan cyst
    cyt dacry dactyl dent derm dermat dipl dist diverticul duct duoden dur embol embry encephal
    endocard endometr enter eosin epicard epididym epiglott episi erythem erythr esophag esthesi
    estr ethm fasci femor fet fibr fibrin fibul fung galact gammaglobulin gangli gastr gen gingiv
    gli globin globulin glomerul gloss gluc glyc gon granul granulocyt gyn gynec hem hemangi hemat
    hepat hidr hist histi homeo humer hydr hymen hyster ichthy ile ili immun inguin irid ischem
    ischi jejun kal kary kerat ket keton klept kyph labi lacrim lact lamin lapar laryng leiomy
    leuk leukocyt lip lith lob lord lumb lymph lymphaden lymphangi lymphocyt macul magnes mamm man
    mandibul mast mastoid maxill meat medull megakaryocyt melan men mening meningi menisc ment
    metr monocyt muc mut my myc mycet myel myelocyt myocard myometr myos myring myx narc nas natr
    necr nephr nephroblast neur neuroblast neutr noct nucle ocul odont olfact oment omphal onc
    onych oophor ophthalm opt orchi orchid oss oste osteochondr ov ovari pachy palat palp pancreat
    papill parasit parathyroid parotid path ped pelv penic pericard perine peritone phac phag phak
    pharyng phleb phosphat phot phren physi pil plasm platel pleur pneum pneumon pod poikil polymy
    proct prostat prot protein psych ptyal pulmon pupill py pyel pyelonephr pylor pyr rachi radi
    radicul rect ren reticul retin retinoblast rhabdomy rhin rhiz roentgen sacr salping sarc
    schist scler scoli seb semin sept sial sider sigmoid sinus somat sperm spermat sphenoid spher
    sphygm spin splen spondyl staphyl steat stern steth stomat strept syndesm synov synovi syphil
    tars temp tend tendin tendon tenosynov test thalam therm thorac thromb thrombocyt thym thyr
    thyroid toc tonsill top tox toxic trache trich tubul tympan typhl uln umbilic ung ur ureter
    urethr uric uter uve uvul vagin valv valvul varic vas vascul ven ventricul verm vertebr vesic
    vestibul vir viscer vitr volem vulv vulvovagin xanth xen xer
    """)

ENDINGS = listed("""
    al algia an ar ary ase asthenia atresia blast blastic blastoma capnia carcinoma cele centesis
    cidal cide clasia clasis clast coccus cyte cytic cytoma cytopenia cytosis desis dilation
    dipsia dynia eal ectasia ectasis ectomy ectopia edema emesis emia emic esthesia form gen
    genesis genetic genic globin globulin glycan gram granuloma graph graphic graphy hydrosis ia
    iasis iatric iatrist iatry ic ician icle ide ism itic itis ize kinase kinesia kinesis lepsy
    lipid lith lithiasis lithotomy logic logist logy lysin lysis lytic malacia mania megaly meter
    metric metry motor myoma necrosis oid oidosis oma opathy opia opsy orexia osis osmia ostomy
    otic otomy ous oxia paresis parous pathic pathy penia penic pexy phage phagia phagic phasia
    phil philia philic phobia phobic phonia phoria phrenia phylaxis physis plasia plastic plasty
    plegia plegic pnea poiesis poietic praxia ptosis ptysis rrhage rrhagia rrhaphy rrhea rrhexis
    sarcoma schisis sclerosis scope scopic scopy sepsis somnia spasm stalsis stasis static
    stenosis stomy taxia taxis tension therapy thermia thorax tocia tomy tonia tonic toxic
    toxicity toxin tresia tripsy trophic trophy tropic tropin uresis uretic uria uric version
    volemia
    """)

# Parts that misspellers swap; no other meaning is meant.
SAME_PARTS = frozenset(
    frozenset(pair)
    for pair in grouped("""
    append/appendic bacter/bacteri bronch/bronchi chol/col cholang/cholangi derm/dermat hem/hemat
    ket/keton orchi/orchid prot/protein synov/synovi tendin/tendon thromb/thrombocyt thyr/thyroid
    valv/valvul dis/dys en/in de/di
    """)
)
