import NewsModel
import Testing

/// Pages of every kind that were written for these tests, in the layouts and languages that pages come in.
struct KindPage: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: PageKind
    var isHTML = false
    var text: String

    var testDescription: String { name }

    static let all = stories + listings + walls + media + fragments
}

extension KindPage {
    static let stories = [
        KindPage(
            name: "brief", kind: .story,
            text: """
                Home
                News
                Sport
                Log in

                Baker of Port Ellis wins national bread prize

                Published 4 May 2022

                A baker from Port Ellis has won the national prize for the best rye bread. Tomas Lindqvist, 61, beat 240 others at the fair in Karlow on Tuesday. He says he will spend the money on a new oven.

                Most read
                Two rowers saved from the cold bay
                Council votes for cheaper trams from next summer
                School roof gives way after night of heavy snow
                Old cinema to become a library with a garden
                Ferry captain retires after forty years at sea

                About us
                Privacy policy
                All rights reserved
                """),
        KindPage(
            name: "brief with video", kind: .story, isHTML: true,
            text: """
                <html><head><title>Night train to Karlow returns | Ellis Courier</title><meta property="og:type" content="article">
                </head><body><nav><a href="/">Home</a> <a href="/v">Video</a> <a href="/g">Gallery</a></nav><article>
                <h1>Night train to Karlow returns after nine years</h1><p>Watch</p><p>1:12</p>
                <p>The night train from Port Ellis to Karlow will run again from 11 December, the railway said on Friday.</p>
                <p>It was given up nine years ago for want of sleeping cars. A place in a cabin of four will cost 59 crowns.</p>
                </article></body></html>
                """),
        KindPage(
            name: "brief in Spanish", kind: .story,
            text: """
                Inicio
                Política
                Deportes

                El puente viejo de Villarreal reabre tras las obras

                El puente viejo de Villarreal volvió a abrir el lunes después de siete meses de obras. El alcalde cruzó a pie con los vecinos. Los coches podrán pasar desde el jueves.

                Suscríbete
                Aviso legal
                """),
        KindPage(
            name: "brief in Russian", kind: .story,
            text: """
                Главная
                Новости
                Спорт

                В Зареченске открылся новый речной вокзал

                В Зареченске во вторник открылся новый речной вокзал, который строили четыре года. Первый теплоход отправился с его причала в полдень. На борту были школьники и ветераны флота.

                О нас
                """),
        KindPage(
            name: "list of advice", kind: .story,
            text: """
                Five ways to keep a cellar dry in a wet autumn

                The rain of October fills cellars all along the coast, and the fire brigade of Port Ellis pumps out some forty of them every year.

                Clear the gutters first

                Most of the water in a cellar comes from the roof, says Ines Falk of the brigade. She cleans her own gutters twice, in September and again when the leaves are down.

                Look at the slope of the yard

                A yard that falls towards the house leads every shower to its wall. A drain of gravel a hand wide along the wall is often enough, and it costs less than a day of pumping does.

                Do not paint over the damp

                Paint holds the water in the wall, where the frost finds it. A wall must be able to dry, so that lime is better than any paint that promises to keep water out.
                """),
        KindPage(
            name: "story behind a notice", kind: .story,
            text: """
                We value your privacy
                Accept all
                Reject all
                Sign in to read more of our stories

                \(SamplePages.paragraphs.joined(separator: "\n\n"))

                Already a subscriber? Log in
                """),
    ]

    static let listings = [
        KindPage(
            name: "front page", kind: .listing,
            text: """
                Home
                Politics
                Sport
                Subscribe

                Minister leaves after quarrel over coastal railway
                The minister of transport gave up her office on Monday, a week after the cabinet cut the money for the coastal railway.
                Snow closes both passes to the north
                Drivers wait at Lunde since midnight.
                Rowers of Saint Anne win again
                The eight from Saint Anne beat Karlow by half a length in front of nine thousand people on the river.
                Price of rye bread passes six crowns
                Bakers blame the wet summer and the cost of gas.
                University looks for a lost telescope
                A brass telescope of 1790 was lent to a school in the seventies and never seen again.
                Court hears case of the sunken ferry
                Nineteen families ask for a new inquiry into the night of the storm.

                Contact
                Privacy policy
                """),
        KindPage(
            name: "headlines of a section", kind: .listing,
            text: """
                Region

                Old cinema to become a library
                Council wants fewer cars on the quay
                Two rowers saved from the cold bay
                Storm takes the roof of a school in Lunde
                Bus drivers of the valley end their strike
                Farmers sell milk from machines at the station
                A bridge for toads under the road to Karlow
                Harbour museum shows its first steam crane
                Students plant four hundred apple trees
                Night train comes back after nine years

                Next page
                """),
        KindPage(
            name: "search in French", kind: .listing,
            text: """
                Accueil
                Recherche
                42 résultats pour « port »

                Le port de Sainte-Anne fermera en mars
                3 février 2021
                Les plongeurs répareront la digue nord pendant deux semaines.

                Les pêcheurs demandent une aide de l’État
                28 janvier 2021
                Chaque semaine sans bateau coûte cher, dit leur porte-parole.

                Un nouveau bac pour les îles du large
                12 janvier 2021
                Il portera trente voitures et deux cents passagers dès le printemps.

                La criée déménage vers la zone industrielle
                4 janvier 2021
                Les mareyeurs y gagnent de la place et des chambres froides.

                Une grue à vapeur entre au musée
                2 janvier 2021
                Elle a servi sur le quai jusqu’à la fin des années cinquante.

                Page suivante
                """),
        KindPage(
            name: "cards", kind: .listing, isHTML: true,
            text: """
                <html><head><title>Culture | Ellis Courier</title><meta property="og:type" content="website"></head><body>
                <nav><a href="/">Home</a> <a href="/s">Sports</a></nav><main><h1>Culture</h1>
                \(cards(["Orchestra of Karlow plays in the shipyard", "Painter returns a medal to the king",
                    "Library lends out garden tools as well", "Choir of dockers sings for the hundredth time",
                    "Film about the storm opens the festival", "Museum finds a letter behind a mirror",
                    "Actor of Lunde writes his first novel", "Puppets travel the islands by rowing boat"]))
                </main><footer>All rights reserved</footer></body></html>
                """),
        KindPage(
            name: "collection in German", kind: .listing, isHTML: true,
            text: """
                <html lang="de"><head><title>Thema: Hafen</title>
                <script type="application/ld+json">{"@type":"CollectionPage","name":"Hafen"}</script></head><body><ul>
                <li><a href="/1">Hafen von Lunde schließt im März für zwei Wochen</a></li>
                <li><a href="/2">Fischer fordern Hilfe vom Land und vom Bund</a></li>
                <li><a href="/3">Taucher finden alten Anker vor der Mole</a></li>
                <li><a href="/4">Neue Fähre fährt ab April zu den Inseln</a></li>
                <li><a href="/5">Kran aus dem Jahr 1911 kommt ins Museum</a></li>
                <li><a href="/6">Rat streitet über Autos auf dem Kai</a></li>
                <li><a href="/7">Sturm reißt drei Boote aus der Marina</a></li>
                <li><a href="/8">Lotsen bekommen ein Schiff mit Batterie</a></li>
                <li><a href="/9">Zoll entdeckt Käfer in Kisten voller Tee</a></li></ul>
                <p>Alle Meldungen aus dem Hafen von Lunde stehen auf dieser Seite.</p></body></html>
                """),
    ]

    private static func cards(_ headlines: [String]) -> String {
        headlines.enumerated().map { number, headline in
            """
            <div class="card"><h3><a href="/\(number)">\(headline)</a></h3>
            <p>Report number \(number) from our desk for culture in Port Ellis.</p></div>
            """
        }.joined()
    }

    static let walls = [
        KindPage(
            name: "captcha", kind: .wall, isHTML: true,
            text: """
                <html><head><title>Just a moment...</title></head><body><h1>courier.example</h1>
                <p>Verify you are human by ticking the box below.</p>
                <p>courier.example has to look at your connection before it goes on.</p></body></html>
                """),
        KindPage(
            name: "only a title", kind: .wall, isHTML: true,
            text: """
                <html><head><title>Access denied</title></head><body><noscript>No script, no page.</noscript></body></html>
                """),
        KindPage(
            name: "blocked", kind: .wall,
            text: """
                Access Denied

                You don't have permission to access "http://courier.example/region/harbour" on this server.
                Reference #18.5c1f
                """),
        KindPage(
            name: "subscribers only", kind: .wall,
            text: """
                Home
                News

                How the harbour of Port Ellis lost its pilots

                By Jane Doe

                For three generations the pilots of Port Ellis lived in the red house above the pier. Then the radios came.

                This article is for subscribers only. Subscribe to continue reading.
                Already a subscriber? Log in
                1 crown for the first month
                """),
        KindPage(
            name: "consent in German", kind: .wall,
            text: """
                Ihre Privatsphäre ist uns wichtig

                Wir und unsere Partner speichern Angaben auf dem Gerät, um Werbung zu zeigen.
                Ihre Einwilligung können Sie jederzeit zurückziehen.

                Alle akzeptieren
                Alle ablehnen
                Datenschutz
                Impressum
                """),
        KindPage(
            name: "login in Portuguese", kind: .wall, isHTML: true,
            text: """
                <html lang="pt"><head><title>Entrar</title></head><body><h2>Conteúdo exclusivo</h2>
                <p>Esta reportagem é para quem assina. Exclusivo para assinantes.</p><p>Esqueceu a senha?</p>
                <p>Já é assinante?</p></body></html>
                """),
    ]

    static let media = [
        KindPage(
            name: "video object", kind: .media, isHTML: true,
            text: """
                <html><head><title>Whale swims into the harbour</title><meta property="og:type" content="video.other">
                <script type="application/ld+json">{"@type":"VideoObject","name":"Whale swims into the harbour"}</script>
                </head><body><h1>Whale swims into the harbour</h1>
                <p>A young whale lost its way and swam between the ferries on Sunday.</p></body></html>
                """),
        KindPage(
            name: "video as text", kind: .media,
            text: """
                Home
                News

                Whale swims into the harbour
                Watch now
                0:48
                Video
                Up next
                1:31
                """),
        KindPage(
            name: "gallery in French", kind: .media,
            text: """
                En images : la fête des bateaux
                Diaporama
                1 / 12
                Photos Jane Doe
                2 / 12
                Photos Jane Doe
                3 / 12
                """),
        KindPage(
            name: "podcast", kind: .media, isHTML: true,
            text: """
                <html><head><title>The pilots of Port Ellis</title>
                <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["PodcastEpisode"]}]}</script>
                </head><body><h1>The pilots of Port Ellis</h1><p>Episode 14</p>
                <p>Jane Doe talks with the last pilot of the red house.</p><p>Listen now</p><p>31:05</p></body></html>
                """),
    ]

    static let fragments = [
        KindPage(name: "menu", kind: .fragment, text: "Menu\nHome\nShare\n"),
        KindPage(
            name: "headline", kind: .fragment,
            text: "Home\nNews\n\nHarbour to close for two weeks\n\nBy Jane Doe\n\nAll rights reserved\n"),
        KindPage(
            name: "not found", kind: .fragment, isHTML: true,
            text: """
                <html><head><title>404</title></head><body><h1>Page not found</h1><p>Sorry, there is nothing under the address that you were looking for.</p>
                <a href="/">Home</a></body></html>
                """),
        KindPage(
            name: "empty page of a program", kind: .fragment, isHTML: true,
            text: "<html><head><title>Ellis Courier</title></head><body><div id=root></div></body></html>"),
        KindPage(
            name: "scrap in Italian", kind: .fragment,
            text: "Notizie\n\nIl porto riapre\n\nRiapre a marzo.\n\nLeggi anche: Il nuovo faro\n"),
    ]
}
