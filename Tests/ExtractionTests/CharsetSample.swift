/// Sentences in the charsets that pages come in, with the bytes that another program made of them.
struct CharsetSample: Sendable {
    /// A label of the charset.
    var label: String
    var text: String
    /// The bytes of the text in the charset, in base 64.
    var bytes: String

    static let all = [
        CharsetSample(
            label: "windows-1250",
            text:
                "A kikötőt márciusban két hétre bezárják, közölte hétfőn a minisztérium. A búvárok kijavítják az északi hullámtörőt, amelyet az őszi viharok megrongáltak.",
            bytes: "QSBraWv2dPV0IG3hcmNpdXNiYW4ga+l0IGjpdHJlIGJleuFyauFrLCBr9nr2bHRlIGjpdGb1biBhIG1pbmlzenTp"
                + "cml1bS4gQSBi+nbhcm9rIGtpamF27XRq4WsgYXog6XN6YWtpIGh1bGzhbXT2cvV0LCBhbWVseWV0IGF6IPVzemkg"
                + "dmloYXJvayBtZWdyb25n4Wx0YWsu"),
        CharsetSample(
            label: "iso-8859-2",
            text:
                "Přístav bude v březnu na dva týdny uzavřen, oznámilo v pondělí ministerstvo dopravy. Potápěči opraví severní vlnolam, který poškodily podzimní bouře.",
            bytes: "UPjtc3RhdiBidWRlIHYgYvhlem51IG5hIGR2YSB0/WRueSB1emF2+GVuLCBvem7hbWlsbyB2IHBvbmTsbO0gbWlu"
                + "aXN0ZXJzdHZvIGRvcHJhdnkuIFBvdOFw7OhpIG9wcmF27SBzZXZlcm7tIHZsbm9sYW0sIGt0ZXL9IHBvuWtvZGls"
                + "eSBwb2R6aW1u7SBib3X4ZS4="),
        CharsetSample(
            label: "windows-1251",
            text:
                "В Зареченске во вторник открылся новый речной вокзал, который строили четыре года. Первый теплоход отправился с его причала в полдень, на борту были школьники.",
            bytes: "wiDH4PDl9+Xt8erlIOLuIOLy7vDt6Oog7vLq8Pvr8f8g7e7i++kg8OX37e7pIOLu6ufg6ywg6u7y7vD76SDx8vDu"
                + "6OvoIPfl8vvw5SDj7uTgLiDP5fDi++kg8uXv6+717uQg7vLv8ODi6Ovx/yDxIOXj7iDv8Oj34OvgIOIg7+7r5OXt"
                + "/Cwg7eAg4e7w8vMg4fvr6CD46u7r/O3o6ugu"),
        CharsetSample(
            label: "koi8-r",
            text:
                "В Зареченске во вторник открылся новый речной вокзал, который строили четыре года. Первый теплоход отправился с его причала в полдень, на борту были школьники.",
            bytes: "9yD6wdLF3sXO08vFINfPINfUz9LOycsgz9TL0tnM09Egzs/X2cog0sXezs/KINfPy9rBzCwgy8/Uz9LZyiDT1NLP"
                + "yczJIN7F1NnSxSDHz8TBLiDwxdLX2cog1MXQzM/Iz8Qgz9TQ0sHXyczT0SDTIMXHzyDQ0snewczBINcg0M/MxMXO"
                + "2CwgzsEgws/S1NUgwtnMySDby8/M2M7Jy8ku"),
        CharsetSample(
            label: "windows-1252",
            text:
                "Le port de Sainte-Anne sera fermé pendant deux semaines en mars, a annoncé lundi le ministère. Les plongeurs répareront la digue nord, abîmée par les tempêtes de l’automne.",
            bytes: "TGUgcG9ydCBkZSBTYWludGUtQW5uZSBzZXJhIGZlcm3pIHBlbmRhbnQgZGV1eCBzZW1haW5lcyBlbiBtYXJzLCBh"
                + "IGFubm9uY+kgbHVuZGkgbGUgbWluaXN06HJlLiBMZXMgcGxvbmdldXJzIHLpcGFyZXJvbnQgbGEgZGlndWUgbm9y"
                + "ZCwgYWLubellIHBhciBsZXMgdGVtcOp0ZXMgZGUgbJJhdXRvbW5lLg=="),
        CharsetSample(
            label: "windows-1253",
            text:
                "Το λιμάνι θα κλείσει για δύο εβδομάδες τον Μάρτιο, ανακοίνωσε τη Δευτέρα το υπουργείο. Δύτες θα επισκευάσουν τον βόρειο κυματοθραύστη που χάλασαν οι καταιγίδες.",
            bytes: "1O8g6+ns3O3pIOjhIOrr5d/z5ekg4+nhIOT97yDl4uTv7Nzk5fIg9O/tIMzc8fTp7ywg4e3h6u/f7fnz5SD05yDE"
                + "5fX03fHhIPTvIPXw7/Xx4+Xf7y4gxP305fIg6OEg5fDp8+rl9dzz7/XtIPTv7SDi/PHl6e8g6vXs4fTv6PHh/fP0"
                + "5yDw7/Ug99zr4fPh7SDv6SDq4fTh6ePf5OXyLg=="),
        CharsetSample(
            label: "windows-1254",
            text:
                "Liman mart ayında iki hafta kapalı kalacak, bakanlık pazartesi günü açıkladı. Dalgıçlar sonbahar fırtınalarının bozduğu kuzey dalgakıranı onaracak.",
            bytes: "TGltYW4gbWFydCBhef1uZGEgaWtpIGhhZnRhIGthcGFs/SBrYWxhY2FrLCBiYWthbmz9ayBwYXphcnRlc2kgZ/xu"
                + "/CBh5/1rbGFk/S4gRGFsZ/3nbGFyIHNvbmJhaGFyIGb9cnT9bmFsYXL9bv1uIGJvemR18HUga3V6ZXkgZGFsZ2Fr"
                + "/XJhbv0gb25hcmFjYWsu"),
        CharsetSample(
            label: "windows-1256",
            text:
                "أعلنت الوزارة يوم الاثنين إغلاق الميناء لمدة أسبوعين في شهر مارس. سيصلح الغواصون حاجز الأمواج الشمالي الذي أضرت به عواصف الخريف.",
            bytes: "w9rh5Mogx+Hm0sfRySDt5uMgx+HHy+Tt5CDF2+HH3iDH4ePt5MfBIOHjz8kgw9PI5trt5CDd7SDU5dEg48fR0y4g"
                + "0+3V4c0gx+Hb5sfV5uQgzcfM0iDH4cPj5sfMIMfh1OPH4e0gx+HQ7SDD1tHKIMjlINrmx9XdIMfhztHt3S4="),
        CharsetSample(
            label: "x-sjis",
            text: "港は三月に二週間閉鎖されると、運輸省が月曜日に発表した。 ダイバーが秋の嵐で壊れた北の防波堤を修理する。",
            bytes: "jWCCzY5PjI6CyZPxj1SK1JXCjb2Cs4LqgumCxoFBiV6XQY/IgqqMjpdqk/qCyZStlVyCtYK9gUIgg1+DQ4NvgVuC"
                + "qo9IgsyXkoLFifOC6oK9lmuCzJZolGeS54Lwj0OXnYK3gumBQg=="),
        CharsetSample(
            label: "euc-jp",
            text: "港は三月に二週間閉鎖されると、運輸省が月曜日に発表した。 ダイバーが秋の嵐で壊れた北の防波堤を修理する。",
            bytes: "ucGkz7uwt+6ky8bzvbW01srEur+ktaTspOukyKGisb/Nor7KpKy37s3Lxvyky8ivyb2kt6S/oaMgpcClpKXQobyk"
                + "rL2ppM7N8qTHsvWk7KS/y8ykzsvJx8jE6aTyvaTN/aS5pOuhow=="),
        CharsetSample(
            label: "ks_c_5601-1987",
            text: "항구가 삼월에 두 주 동안 문을 닫는다고 교통부가 월요일에 발표했다. 잠수부들이 가을 폭풍으로 부서진 북쪽 방파제를 고친다.",
            bytes: "x9exuLChILvvv/m/oSC1ziDB1iC1v77IILmuwLsgtN20wrTZsO0gsbPF67rOsKEgv/m/5MDPv6Egud/HpcfftNku"
                + "IMDhvPa6zrXpwMwgsKHAuyDG+MezwLi3ziC6zrytwfggus/CyiC55sbEwaa4piCw7cSjtNku"),
        CharsetSample(
            label: "gb2312",
            text: "交通部星期一宣布，港口将在三月关闭两个星期。 潜水员将修理被秋天的风暴损坏的北防波堤。",
            bytes: "vbvNqLK/0MfG2tK70PuyvKOsuNu/2r2r1NrI/dTCudix1cG9uPbQx8baoaMgx7HLrtSxvavQ3sDtsbvH78zstcS3"
                + "57Gpy/C7tbXEsbG3wLKotcyhow=="),
        CharsetSample(
            label: "big5",
            text: "交通部星期一宣布，港口將在三月關閉兩個星期。 潛水員將修理被秋天的風暴損壞的北防波堤。",
            bytes: "peazcbOhrFC0waRAq8WlrKFBtOSkZrFOpmKkVKTrw/azrKjirdOsULTBoUMgvOek9K37sU6t17J6s1Gs7qTRqrqt"
                + "t7zJt2zDYaq6pV+ovqpps/ahQw=="),
    ]
}
