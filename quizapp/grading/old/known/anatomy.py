"""Parts of the body and what is of them. Data, as `quizapp.grading.old.normal` leaves words."""

WORDS = """
abdomen abdominal abducens acetabulum acromial acromioclavicular acromion aditus adrenal allantois
alveolus amnion ampulla amygdala anal anconeus ankle annular annulus antebrachium antecubital
anterolateral anteromedial antrum anulus anus aorta aortic apex aponeurosis appendicular appendix
aqueduct arachnoid areola arteriole artery aryepiglottic arytenoid atlantoaxial atlantooccipital
atlas atria atrium auditory auricle axilla axillary axis axon azygos azygous basilar biceps bile
bladder blastocyst blastomere blastopore blood bone bowel brachial brachialis brachiocephalic
brachiocephalicus brachioradialis brain brainstem breast bronchiolar bronchiole bronchus
buccinator bulbospongiosus bursa buttock calcaneal calcaneus calf callus calvaria canaliculus
canthus capillary capitate capitular capitulum capsule cardia cardiac carina carotid carpal carpi
carpometacarpal carpus cartilage caruncle cauda caudal caudate cavernous cavity cecum celom
cephalad cephalic cerebellar cerebellum cerebral cerebrospinal cerebrum cervical cervix chest
chiasm chin choana chondrocyte chorda chorion choroid choroidal chyle ciliary ciliated cilium
cingulate cingulum circumflex clavicle clavicular clitoris clivus cloaca coccyx cochlea cochlear
collagen collarbone colon columella concha condylar condyle conjunctiva conus coracoacromial
coracobrachialis coracoclavicular coracohumeral coracoid cornea corneal corona coronal coronary
coronoid corpora corpus cortex costal costochondral costodiaphragmatic costophrenic costovertebral
cranial cranium cremaster cribriform cricoarytenoid cricoid cricothyroid crista crural crus
cubital cubitus cuboid cuneate cuneiform cusp cutaneous cuticle cytotrophoblast decidua deltoid
dendrite dermal dermatome dermis diaphragm diaphysis diencephalon digastric digastricus digiti
digitorum digitus disc dorsal dorsalis dorsum duct ductus duodenal duodenum dura eardrum elbow
endocardium endocrine endometrium endosteum endothelial endothelium ependyma epiblast epicardial
epicardium epicondyle epidermis epididymis epigastric epigastrium epiglottic epiglottis epiphysis
epiploic epithalamus epithelial epithelium esophageal esophagus ethmoid eyeball eyelid fabella
face facialis falx fascia fascicle fauces femoral femoralis femur fibula fibular fibularis fimbria
finger fissure flexor flexural flexure foot foramen foraminal forearm forebrain forehead fornix
fossa fovea frenulum frontal fundal fundic fundus funiculus gallbladder ganglion gastric
gastrocnemius gastroduodenal gastroepiploic gemellus genioglossus geniohyoid genitalia genu
gingiva gingival gland glans glenohumeral glenoid globus glomerulus glossopharyngeal glottis
gluteal gluteofemoral gluteum gluteus gonad gonadal gracile gracilis gyrus hair hallucal hallucis
hallux hamate hamstring hamulus hand hard haustra haversian head heart heel helix hemiazygos
hemorrhoidal hepatic hepaticus hepatobiliary hiatus hilar hilum hindbrain hippocampus humeral
humeroulnar humerus hymen hyoglossus hyoid hypoblast hypochondriac hypochondrium hypogastric
hypogastrium hypoglossal hypophysis hypothalamus hypothenar ileal ileocecal ileocolic ileum ileus
iliac iliacus iliococcygeus iliocostalis iliofemoral iliopsoas ilium incisor incus infraclavicular
infraorbital infrapatellar infraspinatus infraspinous infratemporal infundibulum inguinal
inguinale insula intercostal intermedius interosseous intervertebral intestine iris
ischiocavernosus ischiofemoral ischium isthmus jejunal jejunoileal jejunum joint jugular juxta
kidney knee labia labial labium labrum labyrinth lacrimal lamella lamina laryngeal larynx
lateralis latissimus lens lentiform levatores ligament ligamentous limb limbus lingual lingula
liver lobe lobule locus loin longissimus lumbar lumbrical lumen lunate lung lunula lymph lymphatic
macula malleolar malleolus malleus mammary mammillary mandible mandibular manubrium marrow
masseter mastoid maxilla maxillary meatus medial medialis median mediastinum medulla medullary
membrane meningeal meninges meniscus mentalis mesencephalon mesenteric mesentery mesocolon
mesoderm mesonephros mesothelium metacarpal metacarpus metanephros metaphysis metatarsal
metatarsophalangeal metatarsus metencephalon midbrain midcarpal mitral molar mouth mucosa mucosal
multifidus muscle myelencephalon myelin myenteric mylohyoid myocardium myometrium myotome nail
naris nasal nasolacrimal nasopharynx navel navicular neck neocortex nephron nerve neural neuron
neurula nipple nose nostril notochord nuchal nucleus obturator obturatorius occipital occiput
ocular oculomotor olecranon olfactory oliva olive omental omentum omohyoid operculum ophthalmic
optic oral orbit orbital oropharynx osseous ossicle osteal ostial otic ovarian ovary oviduct
palate palatine palatoglossus palatopharyngeus palm palmar palmaris pancreas pancreatic
pancreaticoduodenal papilla parahippocampal parasternal parathyroid paravertebral parietal parotid
patella patellar patellofemoral pectineus pectoral pectoralis pedicle pelvic pelvis penis
pericardium pericranium perimysium perineal perineum perineurium periosteum peritoneal peritoneum
peroneal peroneus petrous phalangeal phalanx pharyngeal pharynx philtrum phrenic pineal pinna
piriformis pisiform pituitary placenta placode plantar plantaris platysma pleura pleural plexus
plica pollex pollicis pons pontine popliteal popliteus porta portal postauricular preauricular
precuneus premolar prepuce profundus pronator pronephros prosencephalon prostate prostatic psoas
pterygoid pterygopalatine pubic pubis pubococcygeus pubofemoral puborectalis pudendal pudendum
pulmonary pulvinar pupil putamen pyloric pylorus pyramid pyramidalis quadratus quadriceps rachis
radial radiocarpal radioulnar radius ramus raphe rectal rectouterine rectovaginal rectovesical
rectum rectus renal retina retinaculum retinal rhombencephalon rhomboid rhomboideus ribcage
risorius rotator rotunda rugae saccule sacral sacroiliac sacrum sagittal saliva salivary
salpingopharyngeus saphena saphenous sartorius scala scalene scalenus scalp scaphoid scapula
scapular scapularis sciatic sclera scleral sclerotome scrotal scrotum sebaceous sella semilunar
semimembranosus semispinalis semitendinosus septum serosa serratus sesamoid shin shoulder sigmoid
sigmoidal sinus skeletal skeleton skin skull soleus soma somite sphenoid sphincter spinal spinalis
spine spinous splanchnic spleen splenic splenius stapedius stapes sternal sternoclavicular
sternocleidomastoid sternocostal sternohyoid sternothyroid sternum stomach stria striatum stroma
styloglossus stylohyoid styloid stylomastoid stylopharyngeus subclavian subclavius subcostal
subiculum sublingual submandibular submental suboccipital subscapular subscapularis substantia
subtalar subthalamus sulcus supinator supraclavicular supraorbital suprapubic suprascapular
supraspinatus supraspinous suprasternal sural suture symphysis synapse syncytiotrophoblast
synovial synovium systemic talocrural talus tarsal tarsometatarsal tarsus tectum tegmentum
telencephalon temple temporal temporalis temporomandibular tendon tensor teres testicle testicular
testis thalamic thalamus thenar thigh thoracic thoracoacromial thoracodorsal thorax throat thumb
thymic thymus thyroarytenoid thyrohyoid thyroid tibia tibial tibialis tibiofemoral tibiofibular
tongue tonsil tonsillar tooth torso trachea tracheal tracheobronchial tract tragus transversus
trapezium trapezius trapezoid triceps tricuspid trigeminal trigone triquetral triquetrum
trochanter trochlea trochlear trophoblast tube tubercle tuberosity tubule tympanic tympanum ulna
ulnar ulnaris umbilical umbilicus umbo uncus ungual urachus ureter ureteral ureteric ureteropelvic
ureterovesical urethra urethral urinary uterine uterosacral uterus utricle uvea uvula vagina
vaginal vagus vallecula valve vascular vasculature vastus vein velum venous ventricle ventricular
venule vermiform vermis vertebra vertebral vertex vesical vesicle vesicoureteral vesicouterine
vesicovaginal vessel vestibular vestibule vestibulocochlear villous viscera viscus vitreous vocal
volar volaris vomer vulva vulvar wall womb wrist xiphoid zona zonule zygoma zygomatic
"""
