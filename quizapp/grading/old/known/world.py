"""Places, people and events. Data, as `quizapp.grading.old.normal` leaves words."""

WORDS = """
abolition abuja accra addison adriatic aegean afghanistan africa alabama alaska albania alexander
algeria algiers alliance alps altitude alzheimer amazon amendment america amman amsterdam anarchy
andes andorra angola ankara antarctic antarctica antigua apennines arabia archimedes archipelago
arctic argentina aristocracy aristotle arizona arkansas armenia armistice asia asperger assyria
athens atlantic attitude augustus australia austria autocracy azerbaijan babylonia baghdad bahamas
bahrain baku balkans baltic bamako bangkok bangladesh barbados barcelona barrett basedow basel
bavaria behcet beijing beirut belarus belgium belgrade belize benin berlin bern bhutan bishop
bismarck bogota bohemia bohr bolivar bolivia bonaparte bonn bosnia boston botswana bowen boyle
bratislava brazil britain bronze brunei brussels bruton brutus bucharest budapest bulgaria burkina
burkitt burundi cairo calcutta california caligula calvin cambodia cameroon canada canberra
capitalism caracas carolina carpathians casablanca caspian catherine caucasus cesar chad chagas
chancellor charcot charlemagne charles chicago chile china chisinau churchill cicero cleopatra
climate colombia colonialism colorado columbia columbus communism comoros confederation congo
congress connecticut conservatism constantine constitution copenhagen copernicus copper core
corinth cortes croatia crohn cromwell crusade crust cuba curie cushing cyclone cyprus czechia
dakar dakota damascus danube darwin delaware delhi delta democracy denmark descartes dhaka
diocletian djibouti doha dominica dubai dubin dublin duchenne dynasty ebro ebstein ecuador
edinburgh edison edward edwards egypt ehlers einstein eisenhower elbe elizabeth emancipation
emperor empire england entente equator eritrea estonia estuary eswatini ethiopia etna euclid euler
euphrates europe everest ewing fabry fallot fanconi faraday fascism federalism federation fermi
feudalism fiji finland fleming florence florida france frankfurt franklin frederick freud gabon
galen galileo gambia gandhi ganges garibaldi gaucher gauss geneva georgia germany ghana gilbert
gilles glacier glasgow gobi goodpasture gorbachev granada graves greece grenada guatemala guillain
guinea gutenberg guyana hadrian haiti hamburg hamilton hannibal hanoi harare harvey hashimoto
havana hawaii heisenberg helsinki henry herodotus himalayas hippocrates hiroshima hirschsprung
hitler hobbes hodgkin holocaust homer honduras horner houston hume hungary hunter huntington
hurler hutchinson iberia iceland idaho igneous illinois imperialism india indiana indonesia indus
inquisition iowa iran iraq ireland islamabad israel istanbul italy jakarta jamaica japan jefferson
jenner jerusalem jordan justinian kabul kalahari kampala kansas kant kaposi kathmandu kawasaki
kazakhstan kennedy kentucky kenya kepler khartoum kigali kilimanjaro kimmelstiel kingdom kingston
kinshasa kiribati klinefelter knight koch korea korsakoff kosovo krabbe kupffer kuwait kyiv kyoto
kyrgyzstan lagos langerhans laos latitude latvia lava lavoisier lebanon leber lenin leonardo lesch
lesotho liberalism liberia libya liechtenstein lima lincoln linnaeus lisbon lister lithuania
ljubljana locke london longitude louis louisiana lusaka luther luxembourg lynch lyon macedon
macedonia machiavelli madagascar madrid magellan magma maine malawi malaysia maldives mali malta
managua manchester mandela manila mantle maputo marconi marfan marseille marx maryland
massachusetts mauritania mauritius maxwell meckel mediterranean mekong melbourne mendel mendeleev
meniere menkes mercantilism meridian merkel mesopotamia metamorphic metternich mexico michelangelo
michigan micronesia milan minister minnesota minsk mississippi missouri mogadishu moldova monaco
monarchy mongolia monrovia monsoon montana montenegro montevideo montreal morocco moscow
mozambique mozart mumbai munich mussolini myanmar nagasaki nairobi namib namibia naples napoleon
nationalism nauru nebraska nelson nepal nero netherlands nevada newton nicaragua nicosia nietzsche
nigeria nile nixon nobel norway oceania octavian oder ohio oklahoma oligarchy oman oregon orinoco
osaka osler oslo ottawa pacific paget pakistan palau palestine panama papua paraguay paris
parkinson parliament pasteur patau peasant peninsula pennsylvania pericles persia perth peru peutz
peyronie philippines phoenicia pick plato poland pompe pompey pope portugal pott prader prague
president pretoria prohibition prussia ptolemy purkinje pyrenees pythagoras qatar quito rabat
rangoon raynaud reformation reiter rembrandt renaissance republic restoration rett revolution reye
reykjavik reynolds rhine rhone riga robespierre rockies romania rome roosevelt rotor rousseau
russia rutherford rwanda sahara salk samoa santiago sarajevo savanna saxony scandinavia schwann
scotland secession sedimentary seine semmelweis senate senegal seoul serbia serf sertoli severn
seville seychelles shakespeare shanghai sheehan siberia singapore sipple sjogren skopje slovakia
slovenia socialism socrates sofia somalia spain sparta spartacus stalin steppe stevens stockholm
stone sturge succession sudan suffrage suriname swaziland sweden switzerland sydenham sydney syria
taiga taipei taiwan tajikistan takayasu tallinn tanzania tashkent tbilisi tehran tennessee tesla
texas thailand thames thatcher theocracy tiber tietze tigris timor tirana togo tokyo tonga toronto
tourette trajan treaty trinidad tripoli trotsky troy truman tsunami tundra tunis tunisia turin
turing turkey turkmenistan turner tuvalu typhoon tyranny uganda ukraine ulaanbaatar ural urals
uruguay utah uzbekistan vaduz valletta vancouver vanuatu vater venezuela venice vermont vesalius
vesuvius victoria vienna vientiane vietnam vilnius virchow virgil virginia volcano volga voltaire
waldenstrom wales warsaw washington watt wegener wellington wernicke whipple william wilms wilson
wisconsin wiskott wolff wyoming yangtze yemen yerevan zagreb zambezi zambia zenker zimbabwe
zollinger zurich
"""
