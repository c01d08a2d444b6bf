#include "model/company_world.hpp"

namespace assent {

std::span<const Country> countries() {
    // clang-format off
    static constexpr Country all[] = {
        {"MNT", 3400, true, "«", " ", "» ХХК",
         {"Ulaanbaatar", "Darkhan", "Erdenet", "Choibalsan", "Khovd", "Dalanzadgad"},
         {"Алтан", "Цагаан", "Хөх", "Мөнх", "Их", "Шинэ", "Эрдэнэ", "Баян"},
         {"Говь", "Уул", "Тал", "Нуур", "Зам", "Гүүр", "Дэлхий", "Өргөө"},
         {"Мөнхбаяр", "Оюунчимэг", "Ганбаатар", "Сарангэрэл", "Батжаргал", "Энхтуяа", "Тэмүүлэн", "Болормаа", "Дорж",
          "Номин", "Эрдэнэбат", "Цэцэгмаа", "Отгонбаяр", "Хулан", "Сүхбат", "Ариунаа", "Баярмаа"},
         {"А.", "Б.", "Г.", "Д.", "Ж.", "Л.", "М.", "Н.", "О.", "С.", "Т.", "Х.", "Ц."}},
        {"EUR", 0.92, false, "", " & ", " GmbH",
         {"Kassel", "Ulm", "Chemnitz", "Osnabrück", "Erfurt", "Rostock"},
         {"Hallbach", "Wiesner", "Kronau", "Lindthal", "Behrend", "Osterfeld", "Reuting", "Sandmann"},
         {"Kolbe", "Söhne", "Vogt", "Ahrens", "Partner", "Martens", "Falk", "Ebert"},
         {"Karin", "Jens", "Sabine", "Thomas", "Annegret", "Holger", "Miriam", "Uwe", "Petra", "Felix", "Claudia",
          "Stefan", "Ayla", "Dirk", "Nadine", "Rainer", "Birgit"},
         {"Pohlmann", "Kraft", "Boll", "Seidel", "Wenzel", "Hartung", "Yıldız", "Brandt", "Lohse", "Maurer", "Nowak",
          "Thiel", "Zander"}},
        {"DKK", 6.9, false, "", " ", " A/S",
         {"Aarhus", "Odense", "Esbjerg", "Vejle", "Horsens", "Aalborg"},
         {"Nordholm", "Vesterby", "Strandgaard", "Lindeborg", "Skovlund", "Bakkegaard", "Fjordholt", "Sandvig"},
         {"Maskiner", "Gruppen", "Industri", "Handel", "Brødrene", "Kompagni", "Nord", "Syd"},
         {"Ida", "Mads", "Karen", "Søren", "Mette", "Lars", "Signe", "Henrik", "Astrid", "Jesper", "Line", "Torben",
          "Camilla", "Niels", "Rikke", "Anders", "Birthe"},
         {"Holm", "Friis", "Larsen", "Krogh", "Dam", "Bruun", "Lund", "Toft", "Winther", "Juhl", "Skov", "Bech",
          "Kjær"}},
        {"KZT", 470, false, "", " ", " LLP",
         {"Almaty", "Astana", "Karaganda", "Aktobe", "Shymkent", "Pavlodar"},
         {"Ak", "Altyn", "Sary", "Kok", "Zhana", "Tau", "Orda", "Bereke"},
         {"Arka", "Dala", "Zhol", "Bastau", "Kent", "Asyl", "Samal", "Onim"},
         {"Aigerim", "Nurlan", "Saule", "Yerlan", "Dana", "Marat", "Zarina", "Daniyar", "Gulnara", "Aset", "Kamila",
          "Timur", "Madina", "Bolat", "Assel", "Ruslan", "Togzhan"},
         {"Omar", "Serikbay", "Zhumabay", "Akhmet", "Kassym", "Abay", "Kim", "Tolegen", "Nurpeis", "Satpay", "Iskak",
          "Mukhtar", "Bekzhan"}},
        {"TRY", 32, false, "", " ", " A.Ş.",
         {"İzmir", "Bursa", "Konya", "Kayseri", "Eskişehir", "Gaziantep"},
         {"Yeşilova", "Karadağ", "Akçay", "Demirköy", "Gündoğdu", "Çamlıca", "Taşpınar", "Altınova"},
         {"Kardeşler", "Sanayi", "Grup", "Ticaret", "Makina", "Yapı", "Holding", "Ortaklık"},
         {"Elif", "Mehmet", "Zeynep", "Emre", "Ayşe", "Murat", "Derya", "Kerem", "Selin", "Hakan", "Gizem", "Orhan",
          "Esra", "Cem", "Nur", "Tolga", "Pınar"},
         {"Aydın", "Kaya", "Şahin", "Arslan", "Koç", "Erdem", "Polat", "Güneş", "Tekin", "Uslu", "Bulut", "Öztürk",
          "Yavuz"}},
    };
    // clang-format on
    return all;
}

std::span<const Trade> trades() {
    static constexpr Trade all[] = {
        {"a dairy", "a filling line", "Filling line with cleaning in place",
         "Its filling lines are fifteen years old and stand still too often", "Keep the old line", "quick_changeover",
         true, 260, "Head of production", "Head of maintenance", "Quality manager", "Process engineer"},
        {"a maker of gearboxes", "a machining centre", "Machining centre, five axes",
         "Its machines miss tolerance on every tenth part", "Overhaul the old machines", "measuring_in_the_machine",
         true, 480, "Works manager", "Head of production engineering", "Quality manager", "Toolroom engineer"},
        {"a group of private hospitals", "laboratory analysers", "Two analysers with reagents for a year",
         "Its analysers take too long on busy mornings", "Send samples out as before", "results_in_minutes", true, 180,
         "Head of the laboratory", "Medical technology engineer", "Chief physician", "Quality officer"},
        {"a builder of apartment blocks", "a formwork system", "Formwork system with engineering",
         "Its formwork is worn and slows every storey", "Repair the old formwork", "no_crane_needed", true, 210,
         "Head of sites", "Head of structural design", "Safety engineer", "Site engineer"},
        {"a chain of shops", "a loyalty platform", "Loyalty platform with three years of service",
         "Its bonus card is eleven years old and says nothing about who comes back", "Keep the old card",
         "offers_by_household", false, 120, "Head of shops", "Head of IT", "Head of marketing", "Data analyst"},
        {"a haulage company", "telematics for its lorries", "Telematics for the whole fleet",
         "Its tracking boxes go out of service this year", "Keep ringing the drivers", "driver_coaching", false, 90,
         "Head of dispatch", "Head of IT", "Head of customer service", "Fleet engineer"},
        {"a chain of hotels", "linen and laundry service", "Linen by the room, washed and delivered",
         "Its own laundry breaks down every summer", "Wash in the house", "linen_tracking", false, 140,
         "Head of housekeeping", "Technical manager", "Head of guest relations", "Hygiene officer"},
        {"an insurance company", "a service for scanning and reading letters", "Letters read and sorted overnight",
         "Its letters wait four days before anybody reads them", "Sort by hand as before", "reads_handwriting", false,
         160, "Head of claims", "Head of IT", "Head of customer service", "Data protection officer"},
    };
    return all;
}

std::span<const std::string_view> suppliers() {
    static constexpr std::string_view all[] = {"Norrvik",  "Tianlong", "Meridian", "Kazuno",  "Brightwater", "Oberland",
                                               "Castello", "Varga",    "Silk Way", "Polaris", "Delta Nine"};
    return all;
}

} // namespace assent
