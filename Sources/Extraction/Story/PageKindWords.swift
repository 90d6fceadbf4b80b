/// What pages say that are no stories, as data: English first, then phrases of other bigger languages.
enum PageKindWords {
    /// All of them: most pieces of most pages have none, which one look-up for each word tells.
    static let all = PhraseSet(
        [barriersText, gatesText, requestsText, absencesText, mediaText].joined(separator: "|"))

    /// What a page says in place of its content when it takes the reader for a program.
    static let barriers = PhraseSet(barriersText)
    private static let barriersText =
        """
        verify you are human | verify that you are human | verify that you are not a robot | verify you are not a robot
        | confirm you are human | confirm that you are human | are you a robot | are you human | im not a robot
        | prove you are human | prove that you are human | you are not a robot | unusual traffic | checking your browser
        | checking if the site connection is secure | review the security of your connection | just a moment
        | attention required | security check | ddos protection | enable javascript and cookies
        | you need to enable javascript | please enable javascript | please enable cookies | javascript is disabled
        | javascript is required | requires javascript | access denied | access to this page has been denied
        | permission to access | you have been blocked | request blocked | pardon our interruption
        | not available in your region | unavailable in your country | not available in your country
        | vérifiez que vous êtes humain | vous nêtes pas un robot | activez javascript | activer javascript | accès refusé
        | verifica que eres humano | no eres un robot | habilite javascript | activar javascript | acceso denegado
        | kein roboter sind | sie ein mensch sind | javascript aktivieren | javascript ist deaktiviert
        | aktivieren sie javascript | zugriff verweigert | zugang verweigert
        | não é um robô | você é humano | habilite o javascript | ative o javascript | acesso negado
        | non sei un robot | abilita javascript | accesso negato | bent geen robot | toegang geweigerd
        | nie jesteś robotem | odmowa dostępu | что вы не робот | Доступ запрещен | доступ запрещен
        | включите javascript | Включите javascript
        """

    /// What stands where the rest of a story must be paid or logged in for.
    static let gates = PhraseSet(gatesText)
    private static let gatesText =
        """
        subscribe to continue | subscribe to read | subscribe to keep reading | subscribe now to continue
        | subscribe now to read | subscribe to unlock | subscribe for full access | sign in to continue | sign in to read
        | log in to continue | log in to read | login to continue | login to read | register to continue | register to read
        | sign up to continue | sign up to read | create an account to continue | create a free account to continue
        | become a member to read | to continue reading | to keep reading | to read the full story
        | to read the full article | to read this article | to read this story | for subscribers only | subscribers only
        | exclusive to subscribers | exclusively for subscribers | is for subscribers | is for our subscribers
        | is reserved for subscribers | available to subscribers | is for members only | members only
        | already a subscriber | already have an account | reached your limit of free articles
        | reached your article limit | used all your free articles | your last free article | unlock this article
        | unlock this story | pour lire la suite | pour continuer la lecture | réservé aux abonnés | réservé à nos abonnés
        | déjà abonné | la suite est réservée | para seguir leyendo | para continuar leyendo | exclusivo para suscriptores
        | sólo para suscriptores | solo para suscriptores | ya eres suscriptor | inicia sesión para
        | um weiterzulesen | jetzt weiterlesen | nur für abonnenten | exklusiv für abonnenten | bereits abonnent
        | sie haben bereits ein abo | mit einem abo | melden sie sich an um | para continuar lendo
        | para continuar a ler | exclusivo para assinantes | já é assinante | conteúdo exclusivo | riservato agli abbonati
        | contenuto riservato | per continuare a leggere | sei già abbonato | om verder te lezen | alleen voor abonnees
        | aby czytać dalej | dla subskrybentów | чтобы продолжить чтение | Чтобы продолжить чтение
        | только для подписчиков | Только для подписчиков
        """

    /// How a page asks for consent or a password.
    static let requests = PhraseSet(requestsText)
    private static let requestsText =
        """
        your privacy | your consent | give consent | our partners | your choices | your device | accept all | reject all
        | accept cookies | cookie settings | manage preferences | manage options | privacy settings | legitimate interest
        | before you continue | withdraw your consent | personalised ads | personalized ads | forgot password
        | forgot your password | remember me | keep me signed in | sign in | log in | create an account | reset password
        | votre vie privée | votre consentement | nos partenaires | tout accepter | tout refuser | mot de passe oublié
        | su privacidad | tu privacidad | su consentimiento | tu consentimiento | nuestros socios | aceptar todo
        | olvidaste tu contraseña | ihre privatsphäre | ihre einwilligung | ihre zustimmung | unsere partner | unseren partnern
        | alle akzeptieren | alle ablehnen | passwort vergessen | angemeldet bleiben | sua privacidade
        | seu consentimento | nossos parceiros | aceitar tudo | esqueceu a senha | la tua privacy | il tuo consenso
        | i nostri partner | accetta tutto | password dimenticata | uw privacy | alles accepteren
        | wachtwoord vergeten | twoja prywatność | akceptuję wszystko
        """

    /// How a page says that there is nothing under its address.
    static let absences = PhraseSet(absencesText)
    private static let absencesText =
        """
        page not found | not found | error 404 | 404 error | 404 | cannot be found | could not be found | cant find the page
        | page does not exist | page doesnt exist | no longer exists | no longer available | something went wrong
        | page introuvable | nexiste plus | página no encontrada | no se encontró la página | seite nicht gefunden
        | nicht gefunden | página não encontrada | não foi encontrada | pagina non trovata | pagina niet gevonden
        | nie znaleziono strony | Страница не найдена | страница не найдена
        """

    /// What a page says about a video, a sound or a series of pictures.
    static let media = PhraseSet(mediaText)
    private static let mediaText =
        """
        watch video | watch the video | watch now | play video | video player | video duration | now playing | watch
        | watch live | live stream | listen now | play episode | audio player | video | videos | gallery | photo gallery
        | photogallery | slideshow | in pictures | in photos | photos | view gallery | podcast | episode
        | download episode | apple podcasts | spotify | transcript | image 1 of | photo 1 of | 1 of
        | vidéo | vidéos | en images | diaporama | écouter | regarder | vídeo | vídeos | galería | en imágenes | fotogalería
        | galeria | em imagens | bildergalerie | fotostrecke | bilder | ansehen | anhören | folge | in bildern
        | galleria | fotogallery | guarda il video | ascolta | bekijk | luister | видео | Видео | фото | Фото | смотреть | Смотреть
        """
}
