/// Pages that were written for these tests, in layouts that news sites use.
enum SamplePages {
    static let paragraphs = [
        "The harbour of Port Ellis will close for two weeks in March, the transport ministry said on Monday, while divers repair the northern breakwater.",
        "“We have waited for this since the storms of last autumn,” said Maria Okafor, who speaks for the fishermen of the bay. “Every week of delay costs us a boat.”",
        "The work will cost about 40 million crowns, half of which the regional fund pays. The rest comes from the city.",
        "Ferries to Lunde and Saint Anne will leave from the old pier in the meantime, and the ministry has promised buses from the railway station.",
        "The last repair of the breakwater, in 1998, took three months longer than planned and ended in a dispute between the city and its builder.",
    ]

    /// A whole page as a scrape gives it: menus, breadcrumb, byline, a teaser in the middle, related headlines, footer.
    static let scrape = """
        By using this site, you agree to the Privacy Policy and Terms of Use.
        Accept
        Ellis CourierEllis CourierEllis Courier
          • News
            • City
            • Region
          • Culture
          • Sports
        Reading: Port Ellis harbour to close for two weeks in March
        Share
        Notification Show More
        Have an existing account? Sign In
        Follow Us
        © 2019 Ellis Courier. All Rights Reserved.
        Ellis Courier > Blog > Region > Port Ellis harbour to close for two weeks in March
        Region

        Port Ellis harbour to close for two weeks in March

        quaywriter
        Last updated: February 3, 2021 6:45 pm
        quaywriter
        2 years ago
        Share
        SHARE

        \(paragraphs[0])

        \(paragraphs[1])

        \(paragraphs[2])

        READ MORE  City council votes for cheaper trams from next summer on.

        \(paragraphs[3])

        \(paragraphs[4])

        Two rowers saved from the cold bay by a fishing boat
        Mayor of Lunde wins a second round against the steel maker
        New library opens its doors after nine years of work
        Share This Article
        Facebook Email Print
        Previous Article The long road of a small orchestra
        Next Article Former councillor charged with theft
        Leave a Comment

        Leave a Reply Cancel reply

        Your email address will not be published. Required fields are marked *

        Recent Posts

          • Two rowers saved from the cold bay by a fishing boat
          • Buses will run later on Friday nights
        © Ellis Courier. All Rights Reserved.
        """

    static let html = """
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
        <title>Port Ellis harbour to close for two weeks in March | Ellis Courier</title>
        <meta property="og:site_name" content="Ellis Courier"><meta property="article:section" content="Region">
        <link rel="canonical" href="https://courier.example/region/harbour">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"NewsArticle","headline":"Port Ellis harbour to close for two weeks in March",
        "datePublished":"2021-02-03T18:45:00+01:00","author":{"@id":"#p1"}},{"@type":"Person","@id":"#p1","name":"Jane Doe"}]}</script>
        <style>p { color: red }</style></head><body>
        <nav><ul><li><a href="/">Home</a><li><a href="/n">News</a><li><a href="/s">Sports</a></ul></nav>
        <article><h1>Port Ellis harbour to close for two weeks in March</h1>
        <div class="byline">By <a rel="author" href="/jd">Jane Doe</a></div>
        <figure><img src="a.jpg"><figcaption>The northern breakwater of Port Ellis in January.</figcaption></figure>
        <div class="article-body"><p>\(paragraphs[0])</p><p>\(paragraphs[1])</p>
        <p>\(paragraphs[2])</p><div class="related-links"><a href="/x">City council votes for cheaper trams</a></div>
        <h2>What passengers can expect</h2><p>\(paragraphs[3])</p><p>\(paragraphs[4])</p></div></article>
        <aside><h3>Most read</h3><ul><li><a href="/r">Two rowers saved from the cold bay</a></ul></aside>
        <footer>&copy; 2021 Ellis Courier. All rights reserved. <a href="/p">Privacy policy</a></footer></body></html>
        """

    static let french = """
        Accueil
        Politique
        Économie
        Sport
        Se connecter

        Le port de Sainte-Anne fermera deux semaines en mars

        Par Claire Dubois
        Publié le 3 février 2021 à 18h45

        Le port de Sainte-Anne sera fermé pendant deux semaines en mars, a annoncé lundi le ministère des transports, pour la réparation de la digue.

        « Nous attendons ces travaux depuis les tempêtes de l’automne », a déclaré le maire de la ville, qui a promis des bus depuis la gare.

        À lire aussi : Le tramway sera moins cher cet été

        Les travaux coûteront environ quarante millions, dont la moitié sera payée par la région et le reste par la ville.

        Tous droits réservés
        Mentions légales
        """
}
