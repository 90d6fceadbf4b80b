/// The words that the furniture of news pages is made of, as data.
///
/// One entry between bars. Case, punctuation and apostrophes do not matter. English first, then a few phrases of
/// French, Spanish, German and Portuguese. An entry must hold for any page: never the name of one site.
enum Vocabulary {
    /// A line that consists of nothing else is furniture.
    static let wholeLines = PhraseSet(
        """
        share | share this | share article | share this article | share this story | share this post | share on facebook
        | share on twitter | share via email | save | save article | save story | print | print this | email | e mail
        | facebook | twitter | x | whatsapp | telegram | linkedin | pinterest | reddit | instagram | youtube | tiktok
        | flipboard | copy link | link copied | tweet | like | comment | comments | view comments | show comments
        | hide comments | post a comment | add a comment | leave a comment | join the conversation | menu | main menu
        | search | search for | close | open | toggle navigation | skip to content | skip to main content | home | login
        | log in | sign in | sign up | register | sign out | log out | my account | account | profile | subscribe
        | subscribe now | subscriptions | newsletter | newsletters | advertisement | advertisements | ad | ads
        | advertising | sponsored | sponsored content | promoted | promoted content | paid content | accept | accept all
        | reject all | i agree | agree | got it | ok | cookie settings | manage cookies | privacy | terms | contact
        | contact us | about | about us | help | faq | careers | jobs | sitemap | rss | feedback | next | previous | prev
        | back | back to top | more | read more | see more | view more | load more | show more | see all | view all
        | watch | watch now | watch live | listen | listen now | play | pause | mute | live | live tv | video | videos
        | photos | gallery | image | photo | follow | follow us | follow us on | connect with us | follow on
        | related | related articles | related stories | related news | related posts | related content | related topics
        | related tags | tags | topics | topic | categories | category | most popular | most read | popular
        | trending | trending now | top stories | latest news | latest | recommended | recommended for you | editors picks
        | you may also like | you might also like | up next | read next | more from | more news | more stories
        | more on this story | more on this topic | recent posts | recent comments | archives | donate | shop | store
        | weather | font resizer | text size | notification | notifications | show more | ago | min read | loading
        | please wait | translate | reply | report | upvote | favourite | favorite | bookmark | edition | select edition
        | scroll to continue | continue reading | story continues below | article continues below
        | story continues below advertisement | article continues below advertisement | advertisement continue reading below
        | image credit | getty images | read full article | gift article | give this article | unlock article | submit
        | cancel | send | cancel reply | name | email address | password | website | username | required | expand
        | fullscreen | read comments | start the conversation | be the first to comment | no comments | newsletter signup
        | partager | publicité | menu principal | recherche | rechercher | accueil | connexion | sabonner | abonnez vous
        | lire la suite | lire aussi | commentaires | imprimer | newsletters | mentions légales | contacto
        | compartir | publicidad | inicio | buscar | suscríbete | iniciar sesión | comentarios | noticias relacionadas
        | leer más | imprimir | teilen | anzeige | werbung | suche | anmelden | abonnieren | kommentare | startseite
        | drucken | impressum | datenschutz | mehr zum thema | compartilhar | publicidade | início | entrar | assine
        | comentários | leia mais | saiba mais | continua após a publicidade
        """)

    /// Anywhere in a line of no great length, these make it furniture or nearly so.
    static let phrases = PhraseSet(
        """
        cookie | cookies | all rights reserved | privacy policy | privacy notice | terms of use | terms of service | terms and conditions
        | terms conditions | cookie policy | use cookies | uses cookies | cookies to | accept cookies | cookie preferences
        | do not sell | california privacy | ad choices | adchoices | user agreement | subscribe to | subscribe for
        | our newsletter | newsletter | newsletters | your inbox | sign up | signing up | log in | sign in | sign into
        | create an account | your email | email address | required fields are marked | leave a reply | leave a comment
        | lost your password | forgot password | follow us | like us on | on facebook | on twitter | on instagram | on linkedin
        | click here | tap here | tap to | click to | download our app | download the app | get the app | our app
        | affiliate links | affiliate commission | earn a commission | earn commission | affiliate link
        | may not be published broadcast | may not be reproduced | reproduction in whole | republish
        | recommended for you | you may also like | you might also like | more stories | skip to | back to top
        | share this | share on | view all | see all | show more | minute read | min read | minutes read | read time
        | comments section | commenting | to comment | view comments | moderators | community guidelines
        | this site is protected by | recaptcha | powered by | javascript | your browser | ad blocker | free trial
        | cancel anytime | cancel any time | unlimited articles | unlimited access | digital subscription | already a subscriber | become a member
        | support our journalism | make a donation | contribute now | previous article | next article | photo by
        | getty images | image credit | photo credit | breaking news alerts | latest headlines | top stories
        | all times | is a registered trademark | copyright | tous droits réservés | politique de confidentialité
        | inscrivez vous | abonnez vous | todos los derechos reservados | política de privacidad | suscríbete
        | alle rechte vorbehalten | datenschutzerklärung | newsletter abonnieren | todos os direitos reservados
        | política de privacidade | inscreva se | assine
        """)

    /// A heading or short line that opens what comes after a story.
    static let endings = PhraseSet(
        """
        leave a comment | leave a reply | post a comment | add a comment | comments | view comments | join the conversation
        | recent posts | recent comments | related articles | related stories | related news | related posts
        | related content | related | related topics | more from | more on this story | more on this topic | more stories
        | more news | more like this | you may also like | you might also like | you may like | recommended
        | recommended for you | recommended stories | recommended reading | read next | up next | previous article
        | next article | previous post | next post | share this article | share this story | share this | about the author
        | about the authors | about author | most popular | most read | most viewed | trending | trending now | trending stories
        | top stories | latest news | latest stories | latest | editors picks | popular stories | popular posts
        | sponsored content | promoted stories | around the web | from the web | from around the web | today in
        | sign up for our newsletter | newsletter | subscribe | filed under | tags | topics | in this article
        | all rights reserved | terms of use | what to read next | keep reading | follow us | see also | further reading
        | recent stories | recent news | recent articles | latest posts | latest articles | other stories | other news
        | also in the news | more to read | most commented | most shared | editors choice | we recommend | sponsored
        | from our partners | log in to comment | share your thoughts | popular news | what others are reading
        | lire aussi | sur le même sujet | à lire aussi | les plus lus | commentaires | articles liés | sur le même thème
        | noticias relacionadas | artículos relacionados | te puede interesar | más noticias | lo más leído
        | notícias relacionadas | veja também | veja mais | weitere artikel | auch interessant
        | das könnte sie auch interessieren | leggi anche | articoli correlati | potrebbe interessarti | ultime notizie
        | commenti | lees ook | meer nieuws | reacties | czytaj także | zobacz też | komentarze | ilgili haberler
        | yorumlar | baca juga | berita terkait | komentar | Читайте также | Комментарии | اقرأ أيضا
        | comentarios | mehr zum thema | meistgelesen | kommentare | leia também | mais lidas | comentários
        """)

    /// A line that opens with one of these, then a colon, a dash or a wide gap, points to another story or an extra.
    static let labels = PhraseSet(
        """
        read more | also read | read also | read | related | related story | related stories | related article
        | related articles | related news | related content | watch | watch now | watch live | watch more | video | see also
        | more | more on this | must read | dont miss | in pictures | in photos | photos | gallery | listen
        | recommended | up next | next | previous | trending | tags | topics | filed under | more from | see more | see
        | click here | sponsored | advertisement | ad | promoted | subscribe | newsletter | follow | share
        | lire aussi | à lire aussi | à lire | voir aussi | lea también | lee también | leer más | le puede interesar
        | te puede interesar | vea también | mire también | lesen sie auch | mehr dazu | mehr zum thema | leia também
        | leia mais | veja também | saiba mais | leggi anche
        """)

    /// A line that opens with one of these points elsewhere even without a colon.
    static let teaserOpenings = PhraseSet(
        """
        also read | read also | you may also like | you might also like | click here to | click here for | sign up for our
        | sign up to our | sign up for the | sign up here | subscribe to our | subscribe now | subscribe here | follow us on
        | like us on | download our app | get our free | join our whatsapp | join our telegram | read the full story
        | get the latest | lire aussi | à lire aussi | lea también | lee también | lesen sie auch | leia também | veja também
        | story continues below | article continues below | sign up to get | for more stories | support our journalism
        | click to | scroll to continue | continue reading | originally published | this article originally appeared
        | this story originally appeared | share this | leave a comment | stream the latest | read the original article
        | get breaking news | download the | as an amazon associate | this article may contain affiliate
        | we may earn | when you buy through | if you buy something | listen to this article | listen to this story
        | do you have a story | do you have a tip | got a story | got a tip | have a story | sign me up | subscribe for
        | enter your email | enter your e mail | you have free articles | unlimited articles | unlimited access
        """)

    /// More words than any opening or label has.
    static let longestOpening = 12

    /// Two words that make a teaser when what follows is a headline.
    static let readMore = PhraseSet("read more | see more | more on this | related story | related article | watch now")

    /// What a call to the reader opens with.
    static let calls = PhraseSet(
        """
        follow | get | send | subscribe | download | join | sign up | listen | register | click | tap | stay | receive
        | become | enter | suivez | recevez | abonnez | téléchargez | rejoignez | sigue | recibe
        | descarga | únete | folgen sie | abonnieren sie | siga | receba | baixe
        """)

    /// What such a call offers: no story of a newspaper tells its readers to get these.
    static let offers = PhraseSet(
        """
        our newsletter | newsletters | newsletter | news updates | latest news | latest updates | breaking news | news alerts
        | our app | our channel | whatsapp channel | telegram channel | youtube channel | on all platforms | your inbox
        | our editors | our newsroom | our journalism | on facebook | on twitter | on instagram | on whatsapp | on telegram
        | on google news | on social media | a subscriber | a member | push notifications | our podcast | this article
        | this story | your email | your e mail | boîte mail | notre newsletter | notre application | nuestro boletín
        | nuestra aplicación | unseren newsletter | nossa newsletter | nosso aplicativo
        """)

    /// What stands before the name of an author.
    static let bylineOpenings = PhraseSet(
        """
        by | written by | story by | reported by | posted by | published by | article by | words by | text by
        | reporting by | author | authors | par | por | von | di | escrito por | publié par | publicado por | commentary by
        | news by | review by | analysis by | opinion by | feature by | interview by | column by | as told to
        """)

    /// Words that show that a short line is no name of a person.
    static let notNames = PhraseSet(
        """
        share | ago | read | minute | minutes | min | mins | hours | hour | days | day | updated | published | posted | comments | comment
        | news | email | print | photo | image | video | subscribe | save | follow | home | politics | business | sports
        | sport | opinion | world | entertainment | lifestyle | technology | tech | health | science | culture | listen | menu
        | search | login | advertisement | gift | article | story | live | watch | more | views | the | of | and | for | with
        | est | edt | pst | pdt | gmt | utc | photos | videos | review | reviews | features | feature | style | money | breaking
        | facebook | twitter | linkedin | telegram | whatsapp | instagram | mail | key | takeaways | explained | guide | best
        | monday | tuesday | wednesday | thursday | friday | saturday | sunday | editorial | analysis | commentary
        """)

    /// Labels of the date of publication or of the last change.
    static let published = PhraseSet(
        """
        published | posted | first published | publish date | date | publié | publié le | publicado | veröffentlicht
        | erstellt | created
        """)
    static let updated = PhraseSet(
        "updated | last updated | modified | last modified | mis à jour | actualizado | aktualisiert | atualizado")

    /// How pages speak to their readers, and of themselves; stories hardly do outside of quotations.
    static let reader = PhraseSet(
        """
        you | your | yours | our | we | us | click | subscribe | vous | votre | vos | nous | notre | nos | ihr | ihre | wir
        | unser | unsere | usted | nuestro | nuestra | tu | você | nosso | nossa
        """)

    /// Who made a picture.
    static let photoCredits = PhraseSet(
        """
        getty images | getty | ap photo | file photo | photo by | photos by | photograph by | image credit | photo credit
        | photo courtesy | courtesy of | shutterstock | istock | alamy | via getty | via ap | via reuters | pool photo
        | photo illustration | illustration by | screenshot | pictured | crédit photo | foto
        """)

    /// What menus of all sites hold: never the name of a site.
    static let menuItems = PhraseSet(
        """
        news | politics | business | sports | sport | opinion | world | entertainment | lifestyle | technology | tech | health
        | science | culture | arts | style | travel | food | money | markets | local | national | international | us | u s
        | uk | europe | asia | africa | middle east | americas | breaking news | sections | all sections | the author
        | the authors | cookies | ads | advertise | press | legal | terms of use | today | press release | press releases
        | deutsch | english | français | español | your account | us on | your email | this site | our team | editorial
        | audio | podcasts | newsletters | magazine | events | community | classifieds | obituaries | crosswords | games
        | skip advertisement | back to home | notice | trademark | app | free | all right reserved | all rights reserved | europe edition
        | us login | us on social | editors | features | reviews | shows | house | what to know | all times | premium | trending topics | image | credit | page | site
        """)

    /// What papers call their sections.
    static let sections = PhraseSet(
        """
        news | politics | business | sports | sport | opinion | world | entertainment | lifestyle | life | technology | tech
        | health | science | culture | arts | style | travel | food | money | markets | local | local news | national | international
        | us | u s | uk | europe | asia | africa | americas | middle east | economy | environment | climate | education | crime
        | courts | law | justice | media | books | music | film | movies | tv | television | games | gaming | reviews | features
        | analysis | investigations | elections | congress | companies | finance | energy | real estate | fashion | football
        | soccer | basketball | baseball | tennis | cricket | athletics | region | city | nation | world news | us news
        | politics news | premier league | world cup | olympics | royals | celebrity | celebrities | weather | obituaries
        | monde | politique | économie | société | afrique | mundo | política | economía | deportes | sociedad | welt | politik
        | wirtschaft | kultur | esportes | economia
        """)

    /// Words of short lines above headlines that are no section.
    static let notEyebrows = PhraseSet(
        """
        skip | close | copy | create | give | shop | menu | sign | log | users | user | alert | loading | open | toggle | trending
        | exclusive | premium | subscriber | subscribers | download | app | staff | by | advertisement | reading | now | live
        | print | my | your | our | us only | accessibility | interactive | photo | credit | ap | pro | patreon | details | link
        | galleries | community | archive | homepage | advertise | copied | stream | join | hot | privacy | settings | wiki
        | podcast | events | pick | map | latest | related
        """)

    /// Breadcrumb items that are no section.
    static let notSections = PhraseSet(
        "blog | home | all | posts | articles | article | accueil | inicio | startseite | início | index")
}
