/// The names of the months, with their usual short forms.
enum MonthNames {
    /// The number of the month with the hash of its lower-case name.
    static let number: [UInt64: Int] = {
        var table: [UInt64: Int] = [:]
        for list in lists {
            for (index, names) in list.split(separator: " ").enumerated() {
                for name in names.split(separator: "/") {
                    table[name.utf8.reduce(WordHash.seed, WordHash.combine)] = index + 1
                }
            }
        }
        return table
    }()

    private static let lists = [
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec",
        "janvier/janv février/févr/fevrier mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc/decembre",
        "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic",
        "januar/jänner februar märz/maerz/mrz april mai juni juli august september oktober/okt november dezember/dez",
        "janeiro fevereiro/fev março/marco abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro",
        "januari februari maart/mrt april mei juni juli augustus september oktober november december",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "januar/januari februar/februari mars/marts april maj/mai juni juli august/augusti september oktober november december",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "gennaio/genn febbraio/febb marzo aprile maggio giugno luglio agosto settembre ottobre/ott novembre dicembre",
    ]
}
