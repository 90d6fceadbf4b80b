"""Tells what a thing is from Wikidata's one-line description of it.

    >>> classify("American film and television actor")
    ('person', 'actor')
"""

import re

_PERSON_ROLES = [
    ("politician", r"politician|president of|prime minister|senator|congress(man|woman)|governor|mayor|statesman|diplomat|secretary of state|minister"),
    ("footballer", r"association football (player|manager)|footballer|football (player|manager|coach)|soccer player"),
    ("actor", r"\bactor|\bactress|comedian|comic\b"),
    ("director", r"film director|film producer|filmmaker|television producer|television director|screenwriter|cinematographer|film editor"),
    ("musician", r"singer|musician|composer|rapper|songwriter|guitarist|drummer|pianist|conductor|\bDJ\b|vocalist|bassist|record producer|violinist"),
    ("writer", r"writer|novelist|author|poet|playwright|journalist|essayist|critic"),
    ("athlete", r"basketball player|baseball player|tennis player|golfer|boxer|athlete|wrestler|cyclist|swimmer|cricketer|driver|hockey player|skater"),
    ("scientist", r"scientist|physicist|chemist|mathematician|economist|biologist|engineer|inventor|philosopher|historian|psychologist|astronomer"),
    ("religious leader", r"\bpope\b|bishop|saint\b|theologian|imam|religious leader"),
    ("military officer", r"general\b|admiral|military officer|army officer|soldier"),
    ("ruler", r"\bking\b|\bqueen\b|emperor|monarch|sultan|prince\b|princess|\bduke\b|tsar|\bczar|dictator|pharaoh|\bshah\b|empress|caliph"),
    ("person", r"businessman|businesswoman|entrepreneur|model\b|presenter|television personality|lawyer|activist|executive|artist|painter|"
               r"fashion|magnate|industrialist|professor|director$|officer|founder|writer|architect|sculptor|designer|chef|dancer|choreographer|\(born \d|\(\d{4}\s?[-–]\s?\d{4}\)"),
]
_THINGS = [
    ("organization", "football club", r"(football|soccer) (club|team)|association football club|sports? club"),
    ("organization", "national team", r"national (association )?(football|team)|men's national"),
    ("organization", "sports team", r"(baseball|basketball|hockey|football) (team|franchise)|sports team|rugby (union|league)? ?(club|team)"),
    ("organization", "league", r"sports league|football league|professional league|athletic conference|\bleague\b"),
    ("organization", "university", r"\buniversity|\bcollege\b|business school|law school|medical school|conservator|institute of technology|higher education"),
    ("organization", "party", r"political party|\bparty (in|of)\b"),
    ("organization", "broadcaster", r"television (network|channel|station)|broadcaster|radio (network|station)|TV (network|channel|station)|broadcasting"),
    ("organization", "newspaper", r"newspaper|magazine"),
    ("organization", "record label", r"record label|music label"),
    ("organization", "band", r"\bband\b|\bduo\b|music(al)? group|orchestra|boy group|girl group|\bchoir\b"),
    ("organization", "company", r"company|corporation|manufacturer|\bbank\b|\bairline|studio|publisher|retailer|conglomerate|developer of|multinational|production house"),
    ("organization", "armed force", r"\barmy\b|\bnavy\b|air force|armed forces|branch of the .*military|marine corps"),
    ("organization", "organization", r"organi[sz]ation|agency|association|union of|government|parliament|legislature|ministry|foundation|institut|"
                                     r"court|church|council|department of|alliance|committee|academy"),
    ("event", "war", r"\bwar\b|\bconflict\b|\bbattle|invasion|campaign of|revolution|military operation|genocide"),
    ("event", "sports event", r"olympic|world cup|championship|edition of|tournament|games\b|super bowl|season of"),
    ("event", "award", r"award ceremony|ceremony"),
    ("event", "festival", r"festival"),
    ("product", "film", r"\bfilm\b|movie|motion picture"),
    ("product", "series", r"television (series|show|program|sitcom)|TV series|sitcom|animated series|soap opera"),
    ("product", "game", r"video game"),
    ("product", "book", r"\bnovel\b|\bbook\b"),
    ("product", "album", r"\balbum\b|\bsong\b|\bsingle by"),
    ("product", "software", r"software|operating system|website|social network|search engine|programming language"),
    ("place", "city", r"\bcity\b|\btown\b|capital|municipality|village|settlement|commune|county seat|borough|suburb|census-designated|neighbo"),
    ("place", "region", r"\bcounty\b|\bstate\b|province|region|district|territory|prefecture|department|peninsula|federal subject"),
    ("place", "island", r"\bisland"),
    ("place", "river", r"\briver\b"),
    ("place", "continent", r"\bcontinent\b"),
    ("place", "mountain", r"mountain|volcano"),
    ("place", "building", r"stadium|airport|arena|museum|building|bridge|\bpalace\b|theat(re|er)|cemetery|hospital"),
]
_NOT_A_PERSON = re.compile(r"\b(company|club|team|award|university|college|band|studios?|magazine|newspaper|position|office|title|county|"
                            r"city|town|school|group|association|society|guild|academy|list|organization)\b|\b(series|film|album|network)\s*$", re.I)
_CONCEPT = re.compile(
    r"\bgenre|\baward(s)?\b|chemical|musical instrument|profession|occupation|academic|\blanguage|ethnic group|religion|disease|species|"
    r"wikimedia|wikipedia|position in|concept|degree|\btype of|subgenre|style of|school subject|time zone|character|currency|sports discipline|"
    r"form of|branch of (science|mathematics|medicine)|study of|given name|family name|list of|stage in|unit of|color|colour|timeline|sex or gender|"
    r"religious denomination|ideology|people from|theatrical|\bskill|sport\b|month of|day of|\bcalendar", re.I)

# Offices and titles: what a person is called, no body that news could name.
_OFFICE = re.compile(
    r"^((the )?(acting|deputy|vice|former|first|lord|chief|under|assistant|shadow|crown|united states|u\.?s\.?|us|american|british|french|federal|lieutenant|attorney|"
    r"general|prime|grand|parliamentary|permanent|executive) )*(president|minister|vice[- ]president|premier|governor|secretary|chancellor|speaker|king|queen|emperor|"
    r"empress|mayor|members? of (the )?(parliament|congress|house|legislative|national|european)|ambassador|chief justice|attorney general|secretary[- ]general|senator|"
    r"representative|archbishop|bishop|pope|first lady|first spouse|monarch|tsar|sultan|caliph|viceroy|treasurer|taoiseach|chairman|commander[- ]in[- ]chief|"
    r"high commissioner|head of (state|government))s?( (of|for|to) (the )?(?!mary|sheba|spades|hearts|the south\b|south\b).*)?$", re.I)
_OFFICE_END = re.compile(r"^(?!.*\b(of|for|the|and|school|college|club)\b)(\w[\w.]* )+(President|Prime Minister|Minister|Governor|Secretary|Senator|Chancellor|Premier|"
                         r"Ambassador|Governorship|Presidency|Secretary of State|Attorney General)$")
_STATE = re.compile(
    r"^((First|Second|Third|Fourth|Grand|Holy|Democratic|Soviet|Socialist|People's|French|Spanish|Polish|Hungarian|United) )*(Kingdom|Empire|Republic|Duchy|Principality|Electorate|"
    r"Sultanate|Caliphate|Khanate|Emirate|Crown|Viceroyalty) of (the )?[A-Z][\w-]+( [A-Z][\w-]+)?( and [A-Z][\w-]+)?$|"
    r"^[A-Z][\w-]+( [A-Z][\w-]+)? (Empire|Kingdom|Caliphate|Khanate|Sultanate|dynasty|Soviet Socialist Republic)$|^(First|Second|Third|Fourth) [A-Z]\w+ Republic$")
_NO_STATE = re.compile(r"^(Tire|Media|Animal|Disney's Animal|Evil|Magic|Business|Chicken|Burger|Carpet|Pet|Sea|Music|United) |(Church|State|Company|Army|Council|Bank|Ministry)\b")
_RULER = re.compile(r"^[A-Z]\w+ (I|II|III|IV|V|VI+|IX|X+)?( ?the )(Great|Terrible|Conqueror|Magnificent|Bold|Wise|Good|Impaler|Elder|Younger|Pious|Fat|Lionheart|Confessor)$")


def is_office(name: str) -> bool:
    """Whether a name is that of an office or a title: "President of the United States", "Massachusetts Governor"."""
    return bool(_OFFICE.match(name) or _OFFICE_END.match(name))


def is_state(name: str) -> bool:
    """Whether a name is that of a state: "Kingdom of Romania", "Qing dynasty"."""
    return bool(_STATE.match(name)) and not _NO_STATE.search(name)


def is_ruler(name: str) -> bool:
    """Whether a name is that of a ruler with a surname of honour: "Peter the Great"."""
    return bool(_RULER.match(name))


def classify(description: str) -> tuple[str, str] | None:
    """Kind and role, or nothing when the description is missing, unclear or of a concept."""
    text = description.split("[enwiki")[0].strip()
    if not text or text[0].islower() and _CONCEPT.search(text) and not re.search(r"organization|football club", text):
        return None
    head = re.split(r"\b(?:by|of|in|from|for|who|which|that|based|founded|starring|directed|at|on|with|during|about)\b|,|;", text)[0]
    if not _NOT_A_PERSON.search(head):
        for role, pattern in _PERSON_ROLES:
            if re.search(pattern, head, re.I) or role in {"ruler", "politician"} and re.match(pattern, text, re.I):
                return ("person", role)
    if _CONCEPT.search(text) and not re.search(r"film by|series|club|company|organization|university", text):
        return None
    for kind, role, pattern in _THINGS:
        if re.search(pattern, text, re.I):
            return (kind, role)
    return None
