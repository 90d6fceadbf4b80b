"""What news call the countries, beyond what the facts say: usual name, aliases, demonyms, prior.

One line a country: `code;usual name;aliases;demonyms;weight`. Lists are divided by commas; an alias may carry form prefixes.
"""

TABLE = """
AD;Andorra;;Andorran,Andorrans;3.2
AE;United Arab Emirates;acronym:UAE,acronym:U.A.E.,Emirates,Émirats arabes unis,Emiratos Árabes Unidos;Emirati,Emiratis;5.9
AF;Afghanistan;Afganistán,Islamic Emirate of Afghanistan,Islamic Republic of Afghanistan;Afghan,Afghans,Afghani,Afghanis;6.3
AL;Albania;Albanie,Albanien;Albanian,Albanians;4.8
AM;Armenia;Arménie,Armenien;Armenian,Armenians;5.1
AO;Angola;;Angolan,Angolans;4.9
AR;Argentina;Argentine Republic,Argentinien;Argentine,Argentines,Argentinian,Argentinians,Argentinean;6.0
AT;Austria;Österreich,Autriche;Austrian,Austrians;5.5
AU;Australia;Commonwealth of Australia,Australie,Australien;Australian,Australians,ambiguous:Aussie,ambiguous:Aussies;6.7
AZ;Azerbaijan;Azerbaïdjan,Azerbaiyán,Aserbaidschan;Azerbaijani,Azerbaijanis,Azeri,Azeris;5.2
BA;Bosnia and Herzegovina;Bosnia,Bosnia-Herzegovina,Bosnia & Herzegovina,Bosnie,Bosnie-Herzégovine,Bosnien;Bosnian,Bosnians,Herzegovinian;5.0
BB;Barbados;;Barbadian,Barbadians,Bajan,Bajans;4.0
BD;Bangladesh;Bangladesch;Bangladeshi,Bangladeshis;5.6
BE;Belgium;Belgique,Belgien,Bélgica,België;Belgian,Belgians;5.9
BF;Burkina Faso;Burkina,Upper Volta;Burkinabe,Burkinabé,Burkinabè,Burkinabes,Burkinan,Burkinans;5.1
BG;Bulgaria;Bulgarie,Bulgarien;Bulgarian,Bulgarians;5.1
BH;Bahrain;Bahreïn,Kingdom of Bahrain;Bahraini,Bahrainis;5.0
BI;Burundi;;Burundian,Burundians;4.6
BJ;Benin;Bénin,Republic of Benin,Dahomey;Beninese,Beninois,Béninois;4.6
BN;Brunei;Brunei Darussalam;Bruneian,Bruneians;4.0
BO;Bolivia;Bolivie,Bolivien,Plurinational State of Bolivia;Bolivian,Bolivians;5.0
BR;Brazil;Brasil,Brésil,Brasilien;Brazilian,Brazilians;6.5
BS;Bahamas;The Bahamas,Commonwealth of the Bahamas;Bahamian,Bahamians;4.3
BT;Bhutan;Kingdom of Bhutan;Bhutanese;4.0
BW;Botswana;;Motswana,Batswana,Botswanan,Botswanans;4.5
BY;Belarus;Byelorussia,Biélorussie,Bielorrusia,Weißrussland;Belarusian,Belarusians,Belarussian,Belarussians;5.5
BZ;Belize;;Belizean,Belizeans;3.9
CA;Canada;Kanada,Canadá;Canadian,Canadians;7.0
CD;Democratic Republic of the Congo;DR Congo,acronym:DRC,acronym:D.R.C.,D.R. Congo,Democratic Republic of Congo,Congo-Kinshasa,Congo (Kinshasa),République démocratique du Congo,acronym:RDC,Zaire,ambiguous:Congo,the Congo;Congolese;5.5
CF;Central African Republic;ambiguous:acronym:CAR,C.A.R.,République centrafricaine,Centrafrique;Central African,Central Africans,Centrafricain;4.8
CG;Republic of the Congo;Congo-Brazzaville,Congo (Brazzaville),Republic of Congo,Congo Republic,République du Congo,ambiguous:Congo;ambiguous:Congolese;4.5
CH;Switzerland;Swiss Confederation,Suisse,Schweiz,Suiza,Suíça;Swiss;6.0
CI;Ivory Coast;Côte d'Ivoire,Cote d'Ivoire,Costa de Marfil,Elfenbeinküste;Ivorian,Ivorians,Ivoirian,Ivoirians,Ivoirien;5.2
CL;Chile;Chili;Chilean,Chileans;5.4
CM;Cameroon;Cameroun,Camerún,Kamerun;Cameroonian,Cameroonians,Camerounais;5.1
CN;China;People's Republic of China,acronym:PRC,acronym:P.R.C.,Mainland China,mainland China,Communist China,Red China,Chine;Chinese;7.4
CO;Colombia;Colombie,Kolumbien,Colômbia;Colombian,Colombians;5.7
CR;Costa Rica;;Costa Rican,Costa Ricans;4.7
CU;Cuba;Kuba;Cuban,Cubans;5.7
CV;Cape Verde;Cabo Verde,Cap-Vert;Cape Verdean,Cape Verdeans,Cabo Verdean;4.1
CY;Cyprus;Republic of Cyprus,Chypre,Zypern,Chipre;Cypriot,Cypriots,Greek Cypriot,Greek Cypriots;5.1
CZ;Czech Republic;Czechia,Tschechien,République tchèque,República Checa;Czech,Czechs;5.4
DE;Germany;Deutschland,Allemagne,Alemania,Alemanha,Federal Republic of Germany;German,Germans;7.0
DJ;Djibouti;;Djiboutian,Djiboutians;4.5
DK;Denmark;Dänemark,Danemark,Dinamarca;Danish,Dane,Danes;5.7
DM;Dominica;Commonwealth of Dominica;ambiguous:Dominican;3.6
DO;Dominican Republic;República Dominicana,République dominicaine;Dominican,Dominicans;4.9
DZ;Algeria;Algérie,Algerien,Argelia;Algerian,Algerians;5.3
EC;Ecuador;Équateur;Ecuadorian,Ecuadorians,Ecuadorean,Ecuadoreans;5.2
EE;Estonia;Estonie,Estland;Estonian,Estonians;5.1
EG;Egypt;Égypte,Egipto,Ägypten,Egito,Arab Republic of Egypt;Egyptian,Egyptians;6.2
EH;Western Sahara;Sahrawi Arab Democratic Republic,acronym:SADR,Sahara occidental;Sahrawi,Sahrawis,Saharawi,Sahraoui;4.3
ER;Eritrea;Érythrée;Eritrean,Eritreans;4.7
ES;Spain;España,Espagne,Spanien,Espanha,Kingdom of Spain;Spanish,Spaniard,Spaniards;6.6
ET;Ethiopia;Éthiopie,Etiopía,Äthiopien,Abyssinia;Ethiopian,Ethiopians;5.6
FI;Finland;Finlande,Finnland,Finlandia;Finnish,Finn,Finns;5.6
FJ;Fiji;Fidji;Fijian,Fijians;4.3
FM;Micronesia;Federated States of Micronesia;Micronesian,Micronesians;3.4
FO;Faroe Islands;Faroes,Faeroe Islands;Faroese;3.4
FR;France;Frankreich,Francia,França,French Republic;French,Frenchman,Frenchmen,Frenchwoman,Frenchwomen;7.0
GA;Gabon;Gabun,Gabón,Gabonese Republic;Gabonese,Gabonais;4.8
GB;United Kingdom;acronym:UK,acronym:U.K.,Britain,Great Britain,Royaume-Uni,Reino Unido,Vereinigtes Königreich,Großbritannien,Grande-Bretagne;British,Briton,Britons,Brit,Brits,Britisher;7.3
GD;Grenada;;Grenadian,Grenadians;3.6
GE;Georgia;ambiguous:Georgia,Republic of Georgia,Géorgie,Georgien;ambiguous:Georgian,ambiguous:Georgians;5.3
GH;Ghana;;Ghanaian,Ghanaians,Ghanian;5.4
GL;Greenland;Kalaallit Nunaat,Groenland,Grönland,Groenlandia;Greenlander,Greenlanders,Greenlandic;4.9
GM;Gambia;The Gambia,Gambie;Gambian,Gambians;4.4
GN;Guinea;Guinée,Guinea-Conakry,Guinea Conakry,Republic of Guinea;Guinean,Guineans;4.8
GQ;Equatorial Guinea;Guinea Ecuatorial,Guinée équatoriale;Equatorial Guinean,Equatorial Guineans,Equatoguinean,Equatoguineans;4.4
GR;Greece;Grèce,Griechenland,Grecia,Hellenic Republic,Hellas;Greek,Greeks;6.0
GT;Guatemala;;Guatemalan,Guatemalans;4.9
GW;Guinea-Bissau;Guinea Bissau,Guinée-Bissau;Bissau-Guinean,Bissau-Guineans,Bissau Guinean;4.3
GY;Guyana;Guyane,British Guiana,Co-operative Republic of Guyana;Guyanese;4.5
HK;Hong Kong;acronym:HKSAR,Hongkong,Hong Kong SAR;Hong Konger,Hong Kongers,Hongkonger,Hongkongers;6.2
HN;Honduras;;Honduran,Hondurans;4.8
HR;Croatia;Croatie,Kroatien,Croacia,Hrvatska;Croatian,Croatians,Croat,Croats;5.4
HT;Haiti;Haïti,Haití,Hayti;Haitian,Haitians;5.2
HU;Hungary;Hongrie,Ungarn,Hungría;Hungarian,Hungarians,Magyar,Magyars;5.7
ID;Indonesia;Indonésie,Indonesien;Indonesian,Indonesians;5.8
IE;Ireland;Republic of Ireland,Irish Republic,Irlande,Irland,Irlanda,Éire;Irish,Irishman,Irishmen,Irishwoman,Irishwomen;6.1
IL;Israel;Israël,State of Israel,Jewish state;Israeli,Israelis;6.9
IN;India;Bharat,Inde,Indien,Republic of India;Indian,Indians;6.9
IQ;Iraq;Irak,Republic of Iraq;Iraqi,Iraqis;6.4
IR;Iran;Islamic Republic of Iran,Irán,Persia,Islamic Republic;Iranian,Iranians;6.7
IS;Iceland;Islande,Islandia,Island of Iceland;Icelandic,Icelander,Icelanders;4.9
IT;Italy;Italia,Italie,Italien,Itália,Italian Republic;Italian,Italians;6.6
JM;Jamaica;Jamaïque,Jamaika;Jamaican,Jamaicans;5.1
JO;Jordan;ambiguous:Jordan,Hashemite Kingdom of Jordan,Hashemite Kingdom,Jordanie,Jordania,Jordanien;Jordanian,Jordanians;5.7
JP;Japan;Japon,Japón,Japão,Nippon;Japanese;6.8
KE;Kenya;Kenia,Republic of Kenya;Kenyan,Kenyans;5.8
KG;Kyrgyzstan;Kirghizstan,Kyrgyz Republic,Kirgizstan,Kirguistán,Kirgisistan;Kyrgyz,Kyrgyzstani,Kyrgyzstanis,Kirghiz;4.8
KH;Cambodia;Kampuchea,Cambodge,Camboya,Kambodscha;Cambodian,Cambodians;5.0
KI;Kiribati;;I-Kiribati;3.4
KM;Comoros;Comores,Union of the Comoros,Comoro Islands;Comoran,Comorans,Comorian,Comorians;3.9
KN;Saint Kitts and Nevis;St. Kitts and Nevis,St Kitts and Nevis,St. Kitts & Nevis,Saint Kitts,St. Kitts;Kittitian,Kittitians,Nevisian,Nevisians;3.6
KP;North Korea;acronym:DPRK,acronym:D.P.R.K.,Democratic People's Republic of Korea,Corée du Nord,Corea del Norte,Nordkorea,ambiguous:Korea;North Korean,North Koreans,ambiguous:Korean,ambiguous:Koreans;6.4
KR;South Korea;Republic of Korea,acronym:ROK,S. Korea,Korea Republic,Corée du Sud,Corea del Sur,Südkorea,Korea;South Korean,South Koreans,Korean,Koreans;6.5
KW;Kuwait;Koweït,State of Kuwait;Kuwaiti,Kuwaitis;5.2
KZ;Kazakhstan;Kasachstan,Kazajistán;Kazakh,Kazakhs,Kazakhstani,Kazakhstanis;5.2
LA;Laos;Lao People's Democratic Republic,Lao PDR;Laotian,Laotians,Lao;4.6
LB;Lebanon;Liban,Líbano,Libanon,Lebanese Republic;Lebanese;5.9
LC;Saint Lucia;St. Lucia,St Lucia;Saint Lucian,Saint Lucians,St. Lucian,St Lucian;3.7
LI;Liechtenstein;Principality of Liechtenstein;Liechtensteiner,Liechtensteiners;3.8
LK;Sri Lanka;Ceylon;Sri Lankan,Sri Lankans,Ceylonese;5.4
LR;Liberia;Libéria;Liberian,Liberians;4.8
LS;Lesotho;Kingdom of Lesotho;Mosotho,Basotho;4.1
LT;Lithuania;Lituanie,Litauen,Lituania;Lithuanian,Lithuanians;5.2
LU;Luxembourg;ambiguous:Luxemburg,Grand Duchy of Luxembourg;Luxembourger,Luxembourgers,Luxembourgish;4.8
LV;Latvia;Lettonie,Lettland,Letonia;Latvian,Latvians,Letts;5.1
LY;Libya;Libye,Libia,Libyen,State of Libya,Libyan Arab Jamahiriya;Libyan,Libyans;5.7
MA;Morocco;Maroc,Marokko,Marruecos,Kingdom of Morocco;Moroccan,Moroccans;5.5
MC;Monaco;ambiguous:Monaco,Principality of Monaco;Monegasque,Monegasques,Monégasque,Monacan;4.4
MD;Moldova;Moldavia,Moldavie,Republic of Moldova,Moldau;Moldovan,Moldovans,Moldavian;5.1
ME;Montenegro;Monténégro;Montenegrin,Montenegrins;4.6
MG;Madagascar;Madagaskar;Malagasy,Madagascan,Madagascans;4.7
MH;Marshall Islands;Republic of the Marshall Islands;Marshallese;3.5
MK;North Macedonia;Republic of North Macedonia,Macedonia,acronym:FYROM,Former Yugoslav Republic of Macedonia,Macédoine du Nord;Macedonian,Macedonians,North Macedonian,North Macedonians;4.7
ML;Mali;Republic of Mali;Malian,Malians;5.3
MM;Myanmar;Burma,Birmanie,Birmania,Republic of the Union of Myanmar;Burmese,Myanmarese;5.6
MN;Mongolia;Mongolie,Mongolei;Mongolian,Mongolians,Mongol,Mongols;4.7
MO;Macau;Macao,Macao SAR,Macau SAR;Macanese;4.4
MR;Mauritania;Mauritanie;Mauritanian,Mauritanians;4.6
MT;Malta;Malte;Maltese;4.7
MU;Mauritius;Maurice,Île Maurice;Mauritian,Mauritians;4.3
MV;Maldives;The Maldives,Republic of Maldives;Maldivian,Maldivians;4.5
MW;Malawi;Republic of Malawi,Nyasaland;Malawian,Malawians;4.6
MX;Mexico;México,Mexique,Mexiko,United Mexican States;Mexican,Mexicans;6.7
MY;Malaysia;Malaisie,Malasia;Malaysian,Malaysians;5.6
MZ;Mozambique;Moçambique,Mosambik;Mozambican,Mozambicans;4.8
NA;Namibia;South West Africa,Namibie;Namibian,Namibians;4.6
NC;New Caledonia;Nouvelle-Calédonie,Kanaky;New Caledonian,New Caledonians;3.9
NE;Niger;Republic of Niger,Republic of the Niger,Níger;Nigerien,Nigeriens,Nigérien,Nigériens;5.3
NG;Nigeria;Federal Republic of Nigeria,Nigéria,Naija;Nigerian,Nigerians;6.0
NI;Nicaragua;;Nicaraguan,Nicaraguans;5.0
NL;Netherlands;The Netherlands,Holland,Pays-Bas,Países Bajos,Niederlande,Kingdom of the Netherlands;Dutch,Dutchman,Dutchmen,Dutchwoman,Dutchwomen,Netherlander;6.2
NO;Norway;Norvège,Norwegen,Noruega,Kingdom of Norway;Norwegian,Norwegians;5.8
NP;Nepal;Népal;Nepali,Nepalis,Nepalese;5.1
NR;Nauru;;Nauruan,Nauruans;3.6
NZ;New Zealand;Aotearoa,acronym:NZ,Nouvelle-Zélande,Neuseeland;New Zealander,New Zealanders,ambiguous:Kiwi,ambiguous:Kiwis;5.9
OM;Oman;Sultanate of Oman;Omani,Omanis;5.1
PA;Panama;Panamá,Republic of Panama;Panamanian,Panamanians;5.0
PE;Peru;Perú,Pérou;Peruvian,Peruvians;5.3
PF;French Polynesia;Polynésie française;French Polynesian;3.4
PG;Papua New Guinea;acronym:PNG,ambiguous:acronym:PNG;Papua New Guinean,Papua New Guineans;4.5
PH;Philippines;The Philippines,Filipinas,Philippinen,Republic of the Philippines;Philippine,Filipino,Filipinos,Filipina,Filipinas;5.9
PK;Pakistan;Pakistán,Islamic Republic of Pakistan;Pakistani,Pakistanis;6.3
PL;Poland;Pologne,Polen,Polonia,Polska,Republic of Poland;Polish,ambiguous:Polish,Pole,ambiguous:Pole,Poles,ambiguous:Poles;6.2
PR;Puerto Rico;Porto Rico,Commonwealth of Puerto Rico;Puerto Rican,Puerto Ricans;5.3
PS;Palestine;State of Palestine,Palestinian territories,Palestinian Territories,Occupied Palestinian Territory,occupied Palestinian territories;Palestinian,Palestinians;6.4
PT;Portugal;Portuguese Republic;Portuguese;5.9
PW;Palau;;Palauan,Palauans;3.5
PY;Paraguay;;Paraguayan,Paraguayans;4.7
QA;Qatar;State of Qatar,Katar;Qatari,Qataris;5.9
RO;Romania;Roumanie,Rumänien,Rumania,Roumania;Romanian,Romanians,Roumanian;5.6
RS;Serbia;Serbie,Serbien;Serbian,Serbians,Serb,Serbs;5.4
RU;Russia;Russian Federation,Russie,Russland,Rusia,Rússia;Russian,Russians;7.3
RW;Rwanda;Ruanda,Republic of Rwanda;Rwandan,Rwandans,Rwandese;5.1
SA;Saudi Arabia;acronym:KSA,Kingdom of Saudi Arabia,Arabie saoudite,Arabia Saudita,Saudi-Arabien,S. Arabia;Saudi,Saudis,Saudi Arabian,Saudi Arabians;6.4
SB;Solomon Islands;Solomons,Îles Salomon;Solomon Islander,Solomon Islanders;4.1
SC;Seychelles;The Seychelles;Seychellois;4.0
SD;Sudan;Soudan,Sudán,Republic of the Sudan,Republic of Sudan;Sudanese;5.7
SE;Sweden;Suède,Schweden,Suecia,Suécia,Sverige,Kingdom of Sweden;Swedish,Swede,Swedes;6.0
SG;Singapore;Singapour,Singapur,Republic of Singapore;Singaporean,Singaporeans;5.9
SI;Slovenia;Slovénie,Slowenien,Eslovenia;Slovenian,Slovenians,Slovene,Slovenes;5.0
SK;Slovakia;Slovak Republic,Slovaquie,Slowakei,Eslovaquia;Slovak,Slovaks,Slovakian,Slovakians;5.2
SL;Sierra Leone;;Sierra Leonean,Sierra Leoneans;4.8
SM;San Marino;;Sammarinese,San Marinese;3.7
SN;Senegal;Sénégal;Senegalese;5.1
SO;Somalia;Somalie,Federal Republic of Somalia;Somali,Somalis,Somalian,Somalians;5.5
SR;Suriname;Surinam,Dutch Guiana;Surinamese,Surinamer,Surinamers;4.2
SS;South Sudan;Soudan du Sud,Republic of South Sudan;South Sudanese;5.1
ST;São Tomé and Príncipe;Sao Tome and Principe,Sao Tome,São Tomé;Sao Tomean,São Toméan,Santomean;3.7
SV;El Salvador;;Salvadoran,Salvadorans,Salvadorean,Salvadoreans,Salvadorian;5.0
SY;Syria;Syrie,Siria,Syrien,Syrian Arab Republic;Syrian,Syrians;6.4
SZ;Eswatini;Swaziland,Kingdom of Eswatini,eSwatini;Swazi,Swazis,Swati,liSwati,emaSwati;4.0
TD;Chad;ambiguous:Chad,Republic of Chad,Tchad,Tschad;Chadian,Chadians;5.0
TG;Togo;Togolese Republic;Togolese;4.6
TH;Thailand;Siam,Thaïlande,Kingdom of Thailand;Thai,Thais,Siamese;5.8
TJ;Tajikistan;Tadjikistan,Tadschikistan;Tajik,Tajiks,Tajikistani,Tajikistanis;4.8
TL;East Timor;Timor-Leste,Timor Leste,Timor-Oriental;East Timorese,Timorese;4.1
TM;Turkmenistan;;Turkmen,Turkmens,Turkmenistani;4.5
TN;Tunisia;Tunisie,Túnez,Tunesien;Tunisian,Tunisians;5.3
TO;Tonga;Kingdom of Tonga;Tongan,Tongans;4.0
TR;Turkey;ambiguous:Turkey,Türkiye,Turkiye,Turquie,Turquía,Türkei,Turquia,Republic of Türkiye,Republic of Turkey;Turkish,Turk,Turks;6.5
TT;Trinidad and Tobago;Trinidad & Tobago,T&T,ambiguous:T&T,Trinidad;Trinidadian,Trinidadians,Tobagonian,Tobagonians,Trini,Trinis;4.5
TV;Tuvalu;;Tuvaluan,Tuvaluans;3.5
TW;Taiwan;Republic of China,Chinese Taipei,acronym:ROC,ambiguous:acronym:ROC,Taïwan,Formosa;Taiwanese;6.3
TZ;Tanzania;Tanzanie,United Republic of Tanzania,Tansania,Tanganyika;Tanzanian,Tanzanians;5.2
UA;Ukraine;Ucrania,Ucrânia,the Ukraine,Ukrajina;Ukrainian,Ukrainians;6.9
UG;Uganda;Ouganda,Republic of Uganda;Ugandan,Ugandans;5.4
US;United States;acronym:US,acronym:U.S.,acronym:USA,acronym:U.S.A.,United States of America,America,the States,ambiguous:the States,États-Unis,Etats-Unis,Estados Unidos,ambiguous:acronym:EEUU,ambiguous:acronym:EE.UU.,Vereinigte Staaten,USA;American,Americans;8.0
UY;Uruguay;;Uruguayan,Uruguayans;5.0
UZ;Uzbekistan;Ouzbékistan,Uzbekistán,Usbekistan;Uzbek,Uzbeks,Uzbekistani,Uzbekistanis;5.0
VA;Vatican City;Vatican,the Vatican,Holy See,Vaticano,Vatikan,Vatican City State;;5.6
VC;Saint Vincent and the Grenadines;St. Vincent and the Grenadines,St Vincent and the Grenadines,Saint Vincent,St. Vincent,ambiguous:St. Vincent,ambiguous:Saint Vincent;Vincentian,Vincentians;3.6
VE;Venezuela;Bolivarian Republic of Venezuela;Venezuelan,Venezuelans;6.0
VN;Vietnam;Viet Nam,Việt Nam,Socialist Republic of Vietnam;Vietnamese;5.9
VU;Vanuatu;New Hebrides;Ni-Vanuatu,Vanuatuan;3.9
WS;Samoa;Western Samoa;Samoan,Samoans;3.9
XK;Kosovo;Kosova,Republic of Kosovo;Kosovar,Kosovars,Kosovan,Kosovans,Kosovo Albanian,Kosovo Albanians;5.2
YE;Yemen;Yémen,Jemen,Republic of Yemen;Yemeni,Yemenis,Yemenite;5.8
ZA;South Africa;acronym:RSA,ambiguous:acronym:RSA,S. Africa,Afrique du Sud,Sudáfrica,Südafrika,África do Sul,Republic of South Africa;South African,South Africans;6.2
ZM;Zambia;Zambie,Sambia,Northern Rhodesia;Zambian,Zambians;4.8
ZW;Zimbabwe;Simbabwe,Zimbabue,Rhodesia;Zimbabwean,Zimbabweans;5.2
AG;Antigua and Barbuda;Antigua & Barbuda,Antigua;Antiguan,Antiguans,Barbudan,Barbudans;3.8
GU;Guam;;Guamanian,Guamanians;4.2
AS;American Samoa;;American Samoan,American Samoans;3.4
VI;United States Virgin Islands;U.S. Virgin Islands,US Virgin Islands,ambiguous:acronym:USVI,Virgin Islands;Virgin Islander,Virgin Islanders;4.0
VG;British Virgin Islands;acronym:BVI;British Virgin Islander;3.7
KY;Cayman Islands;Caymans,the Caymans;Caymanian,Caymanians;4.1
BM;Bermuda;;Bermudian,Bermudians,Bermudan;4.1
GI;Gibraltar;;Gibraltarian,Gibraltarians;4.1
FK;Falkland Islands;Falklands,the Falklands,Islas Malvinas,Malvinas;Falkland Islander,Falkland Islanders;4.2
IM;Isle of Man;;Manx,Manxman,Manxmen;3.9
JE;Jersey;ambiguous:Jersey,Bailiwick of Jersey;;3.6
GG;Guernsey;Bailiwick of Guernsey;;3.5
GP;Guadeloupe;;Guadeloupean,Guadeloupeans;3.7
MQ;Martinique;;Martinican,Martinicans;3.7
RE;Réunion;ambiguous:Reunion,La Réunion,Réunion Island,Reunion Island;Réunionese;3.5
GF;French Guiana;Guyane française;French Guianese;3.6
YT;Mayotte;;Mahoran,Mahorais;3.6
AW;Aruba;;Aruban,Arubans;3.6
CW;Curaçao;Curacao;Curaçaoan,Curacaoan;3.6
SX;Sint Maarten;St. Maarten,Saint Maarten;;3.3
AX;Åland Islands;Åland,Aland Islands;;3.0
"""

# Countries that are part of others or no more, which news still name: id;name;aliases;demonyms;code;from;until;weight
OTHER_TABLE = """
Q21;England;Angleterre,Inglaterra;English,ambiguous:English,Englishman,Englishmen,Englishwoman,Englishwomen;GB;;;6.4
Q22;Scotland;Écosse,Schottland,Escocia;Scottish,Scot,Scots,Scotsman,Scotsmen;GB;;;6.0
Q25;Wales;Pays de Galles,Cymru;Welsh,Welshman,Welshmen,Welshwoman;GB;;;5.7
Q26;Northern Ireland;Ulster,N. Ireland,Irlande du Nord,Nordirland;Northern Irish;GB;;;5.5
Q15180;Soviet Union;acronym:USSR,acronym:U.S.S.R.,Union of Soviet Socialist Republics,Soviet Russia,Union soviétique,Sowjetunion,Unión Soviética;Soviet,Soviets;;1922-12-30;1991-12-26;5.8
Q83286;Yugoslavia;Jugoslavia,Socialist Federal Republic of Yugoslavia,Federal Republic of Yugoslavia,Yougoslavie,Jugoslawien;Yugoslav,Yugoslavs,Yugoslavian;;1918;2003;5.0
Q33946;Czechoslovakia;Tchécoslovaquie,Checoslovaquia,Tschechoslowakei;Czechoslovak,Czechoslovaks,Czechoslovakian;;1918-10-28;1992-12-31;4.5
Q16957;East Germany;acronym:GDR,acronym:DDR,ambiguous:acronym:DDR,German Democratic Republic,Allemagne de l'Est;East German,East Germans;DE;1949-10-07;1990-10-03;4.8
Q713750;West Germany;Allemagne de l'Ouest;West German,West Germans;DE;1949-05-23;1990-10-03;4.6
Q37024;Serbia and Montenegro;;;;2003-02-04;2006-06-05;3.5
Q12560;Ottoman Empire;;Ottoman,Ottomans;TR;1299;1922-11-01;4.4
Q34266;Russian Empire;Tsarist Russia,Imperial Russia;;RU;1721;1917;4.0
Q7318;Nazi Germany;Third Reich,the Third Reich;;DE;1933-01-30;1945-05-08;4.9
Q28513;Austria-Hungary;Austro-Hungarian Empire;Austro-Hungarian;;1867;1918-11-11;3.6
Q180573;South Vietnam;Republic of Vietnam;South Vietnamese;VN;1955;1975-04-30;4.2
Q172640;North Vietnam;Democratic Republic of Vietnam;North Vietnamese;VN;1945;1976-07-02;4.1
Q23681;Northern Cyprus;Turkish Republic of Northern Cyprus,acronym:TRNC;Turkish Cypriot,Turkish Cypriots;CY;1983-11-15;;4.0
Q34754;Somaliland;Republic of Somaliland;Somalilander,Somalilanders;SO;1991-05-18;;4.3
Q23334;Abkhazia;;Abkhaz,Abkhazian,Abkhazians;GE;;;4.2
Q23427;South Ossetia;;South Ossetian,South Ossetians;GE;;;4.1
Q907112;Transnistria;Transdniestria,Trans-Dniester,Transdniester,Pridnestrovie;Transnistrian,Transnistrians;MD;;;4.1
Q244165;Nagorno-Karabakh;Artsakh,Republic of Artsakh,Karabakh,Nagorny Karabakh;Karabakhi;AZ;;;4.7
"""

# Names in the facts that are not what news call a country, or name another one.
JUNK = {"graveyard of empires", "soviet occupied afghanistan", "north cyprus", "confederate states of america", "washington", "moscow"}


def parse() -> list[list[str]]:
    """The cells of every line of `TABLE`."""
    return [line.split(";") for line in TABLE.strip().splitlines()]


def parse_other() -> list[list[str]]:
    """The cells of every line of `OTHER_TABLE`."""
    return [line.split(";") for line in OTHER_TABLE.strip().splitlines()]
