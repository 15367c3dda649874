"""Parts of the body and what is of them. Data, as `quizapp.grading.normal` leaves words."""

WORDS = """
abdomen abdominal abducens acetabulum acromial acromioclavicular acromion aditus adrenal allantois
alveolus amnion ampulla amygdala anal ankle annulus antebrachium antecubital anterolateral
anteromedial antrum anus aorta aortic apex aponeurosis appendix aqueduct arachnoid areola
arteriole artery aryepiglottic arytenoid atlas atria atrium auditory auricle axilla axillary axis
axon azygos basilar biceps bile bladder blastocyst blastomere blastopore blood bone bowel brachial
brachialis brachiocephalic brachioradialis brain brainstem breast bronchiolar bronchiole bronchus
buccinator bursa buttock calcaneal calcaneus calf callus calvaria canaliculus canthus capillary
capitate capitular capitulum capsule cardia cardiac carina carotid carpal carpi carpometacarpal
carpus cartilage caruncle cauda caudal caudate cavernous cavity cecum celom cephalad cephalic
cerebellar cerebellum cerebral cerebrospinal cerebrum cervical cervix chest chiasm chin choana
chondrocyte chorda chorion choroid choroidal chyle ciliary ciliated cilium cingulate cingulum
circumflex clavicle clavicular clitoris clivus cloaca coccyx cochlea cochlear collagen collarbone
colon columella concha condylar condyle conjunctiva conus coracoid cornea corneal corona coronal
coronary coronoid corpora corpus cortex costal cranial cranium cremaster cribriform cricoid
cricothyroid crista crus cubital cuboid cuneate cuneiform cusp cutaneous cuticle cytotrophoblast
decidua deltoid dendrite dermal dermatome dermis diaphragm diaphysis diencephalon digastric digiti
digitorum disc dorsal dorsum duct ductus duodenal duodenum dura eardrum elbow endocardium
endocrine endometrium endosteum endothelial endothelium ependyma epiblast epicardial epicardium
epicondyle epidermis epididymis epigastric epigastrium epiglottic epiglottis epiphysis epiploic
epithalamus epithelial epithelium esophageal esophagus ethmoid eyeball eyelid fabella face falx
fascia fascicle fauces femoral femur fibula fibular fibularis fimbria finger fissure flexor
flexural flexure foot foramen foraminal forearm forebrain forehead fornix fossa fovea frenulum
frontal fundus funiculus gallbladder ganglion gastric gastrocnemius genitalia genu gingiva
gingival gland glans glenoid globus glomerulus glossopharyngeal glottis gluteal gluteus gonad
gonadal gracile gracilis gyrus hair hallucis hallux hamate hamstring hamulus hand hard haustra
haversian head heart heel helix hepatic hepatobiliary hiatus hilar hilum hindbrain hippocampus
humeral humeroulnar humerus hymen hyoid hypoblast hypochondriac hypochondrium hypogastric
hypogastrium hypoglossal hypophysis hypothalamus hypothenar ileal ileocecal ileum ileus iliac
iliacus ilium incisor incus infraclavicular infraorbital infrapatellar infraspinatus infraspinous
infundibulum inguinal insula intercostal interosseous intervertebral intestine iris ischium
isthmus jejunal jejunum joint jugular juxta kidney knee labia labial labium labrum labyrinth
lacrimal lamella lamina laryngeal larynx latissimus lens lentiform ligament ligamentous limb
limbus lingual lingula liver lobe lobule locus loin lumbar lumbrical lumen lunate lung lunula
lymph lymphatic macula malleolar malleolus malleus mammary mammillary mandible mandibular
manubrium marrow masseter mastoid maxilla maxillary meatus medial median mediastinum medulla
medullary membrane meningeal meninges meniscus mentalis mesencephalon mesenteric mesentery
mesocolon mesoderm mesonephros mesothelium metacarpal metacarpus metanephros metaphysis metatarsal
metatarsus metencephalon midbrain mitral molar mouth mucosa mucosal muscle myelencephalon myelin
myenteric myocardium myometrium myotome nail naris nasal nasolacrimal nasopharynx navel navicular
neck neocortex nephron nerve neural neuron neurula nipple nose nostril notochord nuchal nucleus
obturator occipital occiput ocular oculomotor olecranon olfactory oliva olive omental omentum
omohyoid operculum ophthalmic optic oral orbit orbital oropharynx osseous ossicle osteal ostial
otic ovarian ovary oviduct palate palatine palm palmar palmaris pancreas pancreatic papilla
parahippocampal parasternal parathyroid paravertebral parietal parotid patella patellar pectineus
pectoral pectoralis pedicle pelvic pelvis penis pericardium pericranium perimysium perineal
perineum perineurium periosteum peritoneal peritoneum peroneal peroneus petrous phalangeal phalanx
pharyngeal pharynx philtrum phrenic pineal pinna piriformis pisiform pituitary placenta placode
plantar plantaris platysma pleura pleural plexus plica pollex pollicis pons pontine popliteal
popliteus porta portal postauricular preauricular precuneus premolar prepuce profundus pronator
pronephros prosencephalon prostate prostatic psoas pterygoid pubic pubis pudendal pulmonary
pulvinar pupil putamen pyloric pylorus pyramid pyramidalis quadratus quadriceps rachis radial
radioulnar radius ramus raphe rectal rectum rectus renal retina retinaculum retinal
rhombencephalon rhomboid ribcage risorius rotator rotunda rugae saccule sacral sacroiliac sacrum
sagittal saliva salivary saphenous sartorius scala scalene scalp scaphoid scapula scapular sciatic
sclera scleral sclerotome scrotal scrotum sebaceous sella semilunar semimembranosus semitendinosus
septum serosa serratus sesamoid shin shoulder sigmoid sinus skeletal skeleton skin skull soleus
soma somite sphenoid sphincter spinal spine splanchnic spleen splenic splenius stapedius stapes
sternal sternoclavicular sternocleidomastoid sternum stomach stria striatum stroma styloid
subclavian subclavius subcostal subiculum sublingual submandibular submental suboccipital
subscapularis substantia subthalamus sulcus supinator supraclavicular supraorbital suprapubic
supraspinatus supraspinous suprasternal sural suture symphysis synapse syncytiotrophoblast
synovial synovium systemic talus tarsal tarsus tectum tegmentum telencephalon temple temporal
temporalis temporomandibular tendon tensor teres testicle testicular testis thalamic thalamus
thenar thigh thoracic thorax throat thumb thymic thymus thyroid tibia tibial tibialis tibiofibular
tongue tonsil tonsillar tooth torso trachea tracheal tracheobronchial tract tragus transversus
trapezium trapezius trapezoid triceps tricuspid trigeminal trigone triquetral triquetrum
trochanter trochlea trochlear trophoblast tube tubercle tuberosity tubule tympanic tympanum ulna
ulnar umbilical umbilicus umbo uncus ungual urachus ureter ureteral ureteric urethra urethral
urinary uterine uterus utricle uvea uvula vagina vaginal vagus vallecula valve vascular
vasculature vastus vein velum venous ventricle ventricular venule vermiform vermis vertebra
vertebral vertex vesical vesicle vesicoureteral vesicovaginal vessel vestibular vestibule
vestibulocochlear villous viscera viscus vitreous vocal volar vomer vulva vulvar wall womb wrist
xiphoid zona zonule zygoma zygomatic
"""
