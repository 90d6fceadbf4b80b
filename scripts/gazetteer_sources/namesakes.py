"""What names have in common across rows: one person in two rows, surnames that mean one bearer, small places called like large ones."""

import re
from collections import defaultdict

from .tables import Entity, Registry
from .text import key
from .words import fold

# People whose surname (or the name after ";") news use alone, though others are called so too.
_FAMOUS = """
George W. Bush|Bill Clinton|Tony Blair|Fidel Castro|Mahatma Gandhi|David Beckham|Albert Einstein|John F. Kennedy|Jimmy Carter|Nelson Mandela|Saddam Hussein;Saddam
Osama bin Laden;Bin Laden|Muammar Gaddafi|Boris Yeltsin|Mikhail Gorbachev|Helmut Kohl|Gerhard Schröder|François Mitterrand|Jacques Chirac|Yasser Arafat;Arafat
Yitzhak Rabin|Shimon Peres|Pervez Musharraf|David Cameron|Margaret Thatcher|Elvis Presley|Madonna
Wolfgang Amadeus Mozart|Ludwig van Beethoven|Johann Sebastian Bach|William Shakespeare|Karl Marx|Charles Darwin|Adolf Hitler|Joseph Stalin|Vladimir Lenin
Pablo Picasso|Napoleon|Richard Nixon|Ronald Reagan|Dwight D. Eisenhower|Harry S. Truman|Franklin D. Roosevelt|Winston Churchill
Charles de Gaulle;De Gaulle|Angela Merkel|Emmanuel Macron|Nicolas Sarkozy|François Hollande|Silvio Berlusconi|Vladimir Putin|Dmitry Medvedev|Barack Obama|Donald Trump
Joe Biden|Hillary Clinton;Hillary|Dick Cheney|Donald Rumsfeld|John Kerry|John McCain|Mitt Romney|Al Gore|Bob Dole|Ross Perot
Joe Lieberman|Ralph Nader|Newt Gingrich|Nancy Pelosi|Mitch McConnell|Bernie Sanders|Ted Cruz|Marco Rubio|Mike Pence|Sarah Palin|Ron DeSantis
Hugo Chávez|Nicolás Maduro|Evo Morales|Augusto Pinochet|Juan Perón|Daniel Ortega|Manuel Noriega|Alberto Fujimori|Jair Bolsonaro|Luiz Inácio Lula da Silva;Lula
Dilma Rousseff|Cristina Fernández de Kirchner;Kirchner|Robert Mugabe|Hosni Mubarak|Mohamed Morsi|Bashar al-Assad;Assad|Mahmoud Ahmadinejad|Ruhollah Khomeini;Khomeini
Ali Khamenei;Khamenei|Hassan Rouhani|Benjamin Netanyahu|Ehud Olmert|Ehud Barak|Mahmoud Abbas|Hassan Nasrallah|Recep Tayyip Erdoğan;Erdogan|Viktor Orbán|Slobodan Milošević
Radovan Karadžić|Ratko Mladić|Lech Wałęsa|Václav Havel|Kofi Annan|Ban Ki-moon;Ban|António Guterres|Boutros Boutros-Ghali|Jawaharlal Nehru|Indira Gandhi|Narendra Modi
Benazir Bhutto;Bhutto|Asif Ali Zardari|Hamid Karzai|Nouri al-Maliki;Maliki|Jalal Talabani|Muqtada al-Sadr;Sadr|Abu Musab al-Zarqawi;Zarqawi|Ayman al-Zawahiri;Zawahiri
Junichiro Koizumi|Shinzō Abe;Abe|Fumio Kishida|Kim Jong-il|Ferdinand Marcos|Rodrigo Duterte|Suharto|Thaksin Shinawatra;Thaksin|Aung San Suu Kyi;Suu Kyi|Mahathir Mohamad;Mahathir
Kevin Rudd|Julia Gillard|Malcolm Turnbull|Jacinda Ardern|Justin Trudeau|Jean Chrétien
Romano Prodi|José Luis Rodríguez Zapatero;Zapatero|José María Aznar|Felipe González|Mariano Rajoy|Viktor Yanukovych|Viktor Yushchenko|Yulia Tymoshenko|Petro Poroshenko
Volodymyr Zelenskyy;Zelensky|Volodymyr Zelenskyy;Zelenskyy|Volodymyr Zelenskyy;Zelenskiy|Alexander Lukashenko|Mikheil Saakashvili|Nelson Mandela|Thabo Mbeki|Jacob Zuma|Cyril Ramaphosa|Desmond Tutu
Goodluck Jonathan|Olusegun Obasanjo|Sani Abacha|Muhammadu Buhari|Joseph Kabila|Mobutu Sese Seko;Mobutu|Idi Amin|Paul Kagame|Yoweri Museveni|Uhuru Kenyatta
William Ruto|Raila Odinga|Daniel arap Moi;Moi|Mwai Kibaki|Laurent Gbagbo|Alassane Ouattara|Omar al-Bashir;Bashir|Ben Bernanke|Alan Greenspan|Janet Yellen|Jerome Powell
Dominique Strauss-Kahn|Christine Lagarde|Bill Gates|Mark Zuckerberg|Elon Musk|Jeff Bezos|Warren Buffett|George Soros|Rupert Murdoch|Richard Branson
Bernard Madoff|Edward Snowden|Julian Assange|Michael Jackson|Bob Dylan|John Lennon|Paul McCartney|Frank Sinatra|Jimi Hendrix|Beyoncé|Rihanna|Eminem|Shakira
Cristiano Ronaldo;Ronaldo|Lionel Messi|Diego Maradona|Pelé|Zinedine Zidane|Wayne Rooney|Neymar|Kylian Mbappé|Ronaldinho|José Mourinho|Arsène Wenger
Alex Ferguson|Pep Guardiola|Jürgen Klopp|Roger Federer|Rafael Nadal|Novak Djokovic|Pete Sampras|Andre Agassi|Serena Williams;Serena|Maria Sharapova
Michael Schumacher|Fernando Alonso|Sebastian Vettel|Usain Bolt|Michael Phelps|Mike Tyson|LeBron James;LeBron
Kobe Bryant;Kobe|Sachin Tendulkar|Stephen Hawking|Sigmund Freud|Galileo Galilei;Galileo|Leonardo da Vinci;Leonardo|Michelangelo|Vincent van Gogh;Van Gogh|Andy Warhol
Ernest Hemingway|Salman Rushdie|J. K. Rowling|Steven Spielberg|Alfred Hitchcock|Stanley Kubrick|Quentin Tarantino|Clint Eastwood|Oprah Winfrey;Oprah
Johann Wolfgang von Goethe;Goethe|Immanuel Kant|Georg Wilhelm Friedrich Hegel|Friedrich Nietzsche|Plato|Aristotle|Socrates|Julius Caesar;Caesar|Leo Tolstoy|Fyodor Dostoevsky
Richard Wagner|Frédéric Chopin|Pyotr Ilyich Tchaikovsky;Tchaikovsky|Antonio Vivaldi|Giuseppe Verdi|Abraham Lincoln
Mao Zedong;Mao|Chiang Kai-shek;Chiang|Deng Xiaoping;Deng|Jiang Zemin;Jiang|Hu Jintao;Hu|Wen Jiabao;Wen|Xi Jinping;Xi|Che Guevara;Che|Ho Chi Minh|Pol Pot|Nicolae Ceaușescu;Ceausescu
Josip Broz Tito;Tito|Nikita Khrushchev|Leonid Brezhnev|Leon Trotsky|Benito Mussolini|Francisco Franco|Konrad Adenauer|Willy Brandt|Erich Honecker|Gamal Abdel Nasser;Nasser
Anwar Sadat;Sadat|Golda Meir|David Ben-Gurion|Moshe Dayan|Keir Starmer|Rishi Sunak|Liz Truss|Jeremy Corbyn|Ed Miliband|Nick Clegg|Nigel Farage|Olaf Scholz
"""
_FAMILY_FIRST = {"CN", "TW", "KR", "KP", "VN", "HK", "MO", "KH", "HU"}
_PARTICLES = {"de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "ould", "al", "el", "ten", "ter", "of", "the"}
_NO_SURNAME = re.compile(r"^(jr|sr|ii|iii|iv|v|vi+|ix|x+|khan|ali|ahmed|mohamed|mohammed|muhammad|hassan|hussein|singh|kumar|begum|shah)\.?$", re.I)


def join_people(registry: Registry) -> int:
    """Joins a person without a Wikidata id to the one of the same name and country who has one; returns how many."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in registry.entities:
        if entity.kind == "person":
            found[key(entity.name)].append(entity)
    pairs = []
    for same in found.values():
        known = [e for e in same if e.id.startswith("Q")]
        for entity in same:
            fits = [e for e in known if not e.country or not entity.country or e.country == entity.country]
            if not entity.id.startswith("Q") and len(fits) == 1 and registry.same_role("person", entity.role, fits[0].role):
                pairs.append((entity, fits[0]))
    registry.merge_all(pairs)
    return len(pairs)


def join_places(registry: Registry) -> int:
    """Joins a city without a Wikidata id to the row of its name and country that has one but no population; returns how many."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in registry.entities:
        if entity.table == "cities":
            found[key(entity.name)].append(entity)
    pairs = []
    for same in found.values():
        nameless = sorted((e for e in same if not e.id.startswith("Q") and e.weight >= 0.8), key=lambda e: (-e.weight, e.id))
        known = [e for e in same if e.id.startswith("Q")]
        for entity in nameless:
            rivals = [e for e in nameless if e.country == entity.country]
            fits = [e for e in known if e.country == entity.country]
            elsewhere = [e for e in known if not e.country and e.weight >= 2.0]
            if len(fits) == 1 and rivals[0] is entity:
                pairs.append((entity, fits[0]))
            elif not fits and len(elsewhere) == 1 and nameless[0] is entity and (len(known) == 1 or entity.weight >= 3.0):
                pairs.append((entity, elsewhere[0]))
    taken: set[str] = set()
    pairs = [(a, b) for a, b in pairs if not (b.id in taken or taken.add(b.id))]
    registry.merge_all(pairs)
    return len(pairs)


def add_surnames(registry: Registry, words, others: set[str]) -> None:
    """Gives the best known bearer of a rare surname that surname as a name that needs support, unless it is among the names of others (Meta)."""
    bearers: dict[str, list[tuple[float, Entity, str]]] = defaultdict(list)
    for entity in registry.entities:
        if entity.kind != "person" or entity.weight < 2.5:
            continue
        surname = surname_of(entity)
        if surname:
            bearers[fold(surname)].append((entity.weight, entity, surname))
    for same in bearers.values():
        same.sort(key=lambda b: (-b[0], b[1].id))
        weight, entity, surname = same[0]
        second = same[1][0] if len(same) > 1 else 0.0
        family = words.family(surname)
        limit = 60 if weight >= 5.0 else 25
        if weight >= 4.3 and weight - second >= 0.5 and family <= limit and words.given(surname) < 40 and words.count(surname) < 200 \
                and surname not in others:
            entity.add_alias(f"ambiguous:{surname}")
    named: dict[str, Entity] = {}
    for entity in registry.entities:
        if entity.kind == "person":
            for name in {entity.name, *(n for n, forms in entity.aliases.items() if not forms)}:
                if key(name) not in named or (entity.weight, entity.id) > (named[key(name)].weight, named[key(name)].id):
                    named[key(name)] = entity
    for line in _FAMOUS.strip().replace("\n", "|").split("|"):
        name, _, short = line.partition(";")
        entity = named.get(key(name))
        if entity is not None and entity.weight >= 1.8:
            entity.weight = max(entity.weight, 4.6)
            entity.add_alias(f"ambiguous:{short or name.split()[-1]}")


def surname_of(entity: Entity) -> str:
    """The surname of a person with particles ("Van der Bellen"), empty where it cannot be told from the name."""
    parts = entity.name.split()
    if len(parts) < 2 or entity.country in _FAMILY_FIRST or re.search(r" (of|the) | [IVX]+$", entity.name):
        return ""
    while len(parts) > 2 and re.match(r"(jr|sr)\.?$", parts[-1], re.I):
        parts.pop()
    last = parts[-1].strip(",.")
    if _NO_SURNAME.match(last) or len(last) < 4 or not last[0].isupper() or parts[-2].lower() in _PARTICLES:
        return ""
    return last


def shadow_places(registry: Registry, famous: dict[str, float]) -> None:
    """Marks a place that is much less known than another place or an organization of its name: Rotterdam in New York, the town Nokia.

    `famous` gives the weights of names of organizations that other tables hold.
    """
    places: dict[str, float] = {}
    others = {fold(name): weight for name, weight in famous.items()}
    count: dict[str, int] = defaultdict(int)
    surnames: dict[str, float] = {}
    for entity in registry.entities:
        if entity.kind in {"place", "country"}:
            places[fold(entity.name)] = max(entity.weight, places.get(fold(entity.name), 0.0))
            count[fold(entity.name)] += 1
        elif entity.kind == "person" and entity.weight >= 4.3:
            for name in (n for n, forms in entity.aliases.items() if "ambiguous" in forms and " " not in n):
                surnames[fold(name)] = max(entity.weight, surnames.get(fold(name), 0.0))
        elif entity.kind == "organization" and entity.weight >= 4.3:
            for name in [entity.name, *(n for n, forms in entity.aliases.items() if "ambiguous" not in forms)]:
                others[fold(name)] = max(entity.weight, others.get(fold(name), 0.0))
    for entity in registry.entities:
        if entity.kind != "place":
            continue
        name = fold(entity.name)
        small = places[name] >= 3.5 and entity.weight <= places[name] - 1.4
        beside = others.get(name, 0.0) >= 4.3 and entity.weight <= others[name] - 1.0
        beside = beside or name in surnames and entity.weight < max(2.6, surnames[name] - 1.2) and places[name] < 4.6
        if small or beside or count[name] >= 3 and entity.weight < 1.0:
            entity.add_alias(f"ambiguous:{entity.name}")
