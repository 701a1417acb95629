"""Names of units: what people write, and how reports write it.

The tables hold what pint does not know or reads otherwise (newswire forms, currencies, people, the oil barrel), and
which of its short symbols may be used at all: pint would take `as` for attoseconds and `pct` for picocarats.
"""

from __future__ import annotations

from fractions import Fraction

LOOK_ALIKES = {"ſ": "s", "ı": "i", "İ": "I", "\u212a": "K"}
"""Letters that a pattern takes for those of ASCII where it ignores case, though no lower case makes them so."""

SCALES: dict[str, Fraction] = {
    word: Fraction(10**power)
    for power, words in {
        3: ("k", "thousand", "thousands"),
        6: ("mn", "mln", "mio", "million", "millions"),
        9: ("bn", "bln", "billion", "billions"),
        12: ("tn", "trn", "trillion", "trillions"),
    }.items()
    for word in words
}

MONEY_SCALES: dict[str, Fraction] = {"m": Fraction(10**6), "b": Fraction(10**9)}
"""After a currency sign alone: `$5m` is money, `5m` are metres."""

OWN: dict[str, tuple[Fraction, str | None]] = {
    # canonical name: (how many, of which name); None: a pure number
    "percent": (Fraction(1, 100), None),
    "percentage points": (Fraction(1, 100), None),
    "basis points": (Fraction(1, 10_000), None),
    "permille": (Fraction(1, 1000), None),
    "minute": (Fraction(60), "second"),
    "hour": (Fraction(3600), "second"),
    "day": (Fraction(86_400), "second"),
    "week": (Fraction(7 * 86_400), "second"),
    "fortnight": (Fraction(14 * 86_400), "second"),
    "month": (Fraction(2_629_800), "second"),  # a twelfth of a Julian year
    "quarter": (Fraction(3 * 2_629_800), "second"),
    "year": (Fraction(31_557_600), "second"),
    "decade": (Fraction(315_576_000), "second"),  # pint's decade is a logarithm
    "century": (Fraction(3_155_760_000), "second"),
    "barrel": (Fraction(42), "gallon"),  # pint's own barrel is 31.5 gallons
    "tonne": (Fraction(1000), "kilogram"),
    "kilotonne": (Fraction(10**3), "tonne"),  # pint would make these of its metric ton
    "megatonne": (Fraction(10**6), "tonne"),
    "gigatonne": (Fraction(10**9), "tonne"),
    "US cent": (Fraction(1, 100), "USD"),
    "pence": (Fraction(1, 100), "GBP"),
}

BASES: dict[str, tuple[str, bool]] = {
    # canonical name: (dimension, whether things are counted in it)
    "second": ("[time]", False),
    "people": ("[people]", True),
}

TEMPERATURES: dict[str, tuple[Fraction, Fraction]] = {
    # canonical name: (factor, offset) to kelvin
    "degree Celsius": (Fraction(1), Fraction(27_315, 100)),
    "degree Fahrenheit": (Fraction(5, 9), Fraction(45_967, 180)),
}

WORDS: dict[str, str] = {
    # singular or plural, case folded; regular English plurals need no entry
    "percent": "percent", "per cent": "percent", "pct": "percent", "pc": "percent", "%": "percent", "％": "percent",
    "percentage point": "percentage points", "pct point": "percentage points", "percent point": "percentage points",
    "% point": "percentage points", "per cent point": "percentage points", "pp": "percentage points",
    "ppt": "percentage points", "ppts": "percentage points", "p.p.": "percentage points", "pps": "percentage points",
    "pct pt": "percentage points", "percentage pt": "percentage points",
    "basis point": "basis points", "bp": "basis points", "bps": "basis points",
    "‰": "permille", "per mille": "permille", "per mil": "permille",
    "sec": "second", "min": "minute", "hr": "hour", "wk": "week", "mo": "month", "mth": "month", "yr": "year",
    "centuries": "century",
    "bbl": "barrel", "bbls": "barrel", "oil barrel": "barrel", "barrel of oil": "barrel", "barrels of oil": "barrel",
    "barrels of crude": "barrel", "barrels of crude oil": "barrel", "barrel of crude": "barrel",
    "metric ton": "tonne", "metric tonne": "tonne", "tonne": "tonne",
    "people": "people", "person": "people", "persons": "people", "troop": "people", "soldier": "people",
    "serviceman": "people", "servicemen": "people", "personnel": "people", "civilian": "people", "man": "people",
    "men": "people", "woman": "people", "women": "people", "child": "people", "children": "people",
    "worker": "people", "employee": "people", "resident": "people", "inhabitant": "people", "refugee": "people",
    "migrant": "people", "passenger": "people", "voter": "people", "prisoner": "people", "fighter": "people",
    "protester": "people", "protestor": "people", "citizen": "people", "student": "people", "patient": "people",
    "officer": "people", "official": "people", "individual": "people", "victim": "people", "head": "people",
    "celsius": "degree Celsius", "degree celsius": "degree Celsius", "degrees celsius": "degree Celsius",
    "°c": "degree Celsius", "degrees c": "degree Celsius", "degree c": "degree Celsius", "degc": "degree Celsius",
    "degree centigrade": "degree Celsius", "degrees centigrade": "degree Celsius", "℃": "degree Celsius",
    "fahrenheit": "degree Fahrenheit", "degree fahrenheit": "degree Fahrenheit", "℉": "degree Fahrenheit",
    "degrees fahrenheit": "degree Fahrenheit", "°f": "degree Fahrenheit", "degrees f": "degree Fahrenheit",
    "degree f": "degree Fahrenheit", "degf": "degree Fahrenheit",
    "kilo": "kilogram", "sq km": "square kilometer", "nautical mile": "nautical_mile",
    "cent": "US cent", "cts": "US cent", "ct": "US cent", "us cent": "US cent", "u.s. cent": "US cent",
    "penny": "pence", "pence": "pence",
    "dollar": "USD", "dlr": "USD", "dlrs": "USD", "us dollar": "USD", "u.s. dollar": "USD", "us dlrs": "USD",
    "u.s. dlr": "USD", "u.s. dlrs": "USD", "american dollar": "USD", "us dlr": "USD",
    "euro": "EUR", "pound sterling": "GBP", "pounds sterling": "GBP", "sterling": "GBP", "stg": "GBP",
    "british pound": "GBP", "yen": "JPY", "japanese yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
    "chinese yuan": "CNY", "ruble": "RUB", "rouble": "RUB", "russian ruble": "RUB", "russian rouble": "RUB",
    "hryvnia": "UAH", "hryvna": "UAH", "rupee": "INR", "indian rupee": "INR", "swiss franc": "CHF", "zloty": "PLN",
    "canadian dollar": "CAD", "canadian dlr": "CAD", "canadian dlrs": "CAD", "australian dollar": "AUD",
    "australian dlr": "AUD", "australian dlrs": "AUD", "new zealand dollar": "NZD", "hong kong dollar": "HKD",
    "hong kong dlrs": "HKD", "singapore dollar": "SGD", "taiwan dollar": "TWD", "turkish lira": "TRY", "lira": "TRY",
    "won": "KRW", "south korean won": "KRW", "rand": "ZAR", "tenge": "KZT", "dirham": "AED", "shekel": "ILS",
    "riyal": "SAR", "saudi riyal": "SAR", "ringgit": "MYR", "rupiah": "IDR", "baht": "THB", "forint": "HUF",
    "mexican peso": "MXN", "naira": "NGN", "reais": "BRL", "brazilian real": "BRL", "swedish crown": "SEK",
    "swedish krona": "SEK", "swedish kronor": "SEK", "norwegian crown": "NOK", "norwegian krone": "NOK",
    "norwegian kroner": "NOK", "danish crown": "DKK", "danish krone": "DKK", "danish kroner": "DKK",
    "czech crown": "CZK", "czech koruna": "CZK", "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY",
    "cny": "CNY", "uah": "UAH", "chf": "CHF", "us$": "USD",
}  # fmt: skip

SIGNS: dict[str, str] = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD",
    "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "Mex$": "MXN", "CN¥": "CNY", "€": "EUR",
    "£": "GBP", "¥": "JPY", "￥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₺": "TRY", "₩": "KRW", "₪": "ILS",
    "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₮": "MNT", "₲": "PYG",
    "₵": "GHS", "₡": "CRC", "₭": "LAK", "៛": "KHR", "zł": "PLN", "Rs": "INR", "Rs.": "INR",
}  # fmt: skip

ISO_4217 = frozenset(
    [
        "AED",
        "AFN",
        "ALL",
        "AMD",
        "ANG",
        "AOA",
        "ARS",
        "AUD",
        "AWG",
        "AZN",
        "BAM",
        "BBD",
        "BDT",
        "BGN",
        "BHD",
        "BIF",
        "BMD",
        "BND",
        "BOB",
        "BRL",
        "BSD",
        "BTN",
        "BWP",
        "BYN",
        "BZD",
        "CAD",
        "CDF",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CRC",
        "CUP",
        "CVE",
        "CZK",
        "DJF",
        "DKK",
        "DOP",
        "DZD",
        "EGP",
        "ERN",
        "ETB",
        "EUR",
        "FJD",
        "FKP",
        "GBP",
        "GEL",
        "GHS",
        "GIP",
        "GMD",
        "GNF",
        "GTQ",
        "GYD",
        "HKD",
        "HNL",
        "HTG",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IQD",
        "IRR",
        "ISK",
        "JMD",
        "JOD",
        "JPY",
        "KES",
        "KGS",
        "KHR",
        "KMF",
        "KPW",
        "KRW",
        "KWD",
        "KYD",
        "KZT",
        "LAK",
        "LBP",
        "LKR",
        "LRD",
        "LSL",
        "LYD",
        "MAD",
        "MDL",
        "MGA",
        "MKD",
        "MMK",
        "MNT",
        "MOP",
        "MRU",
        "MUR",
        "MVR",
        "MWK",
        "MXN",
        "MYR",
        "MZN",
        "NAD",
        "NGN",
        "NIO",
        "NOK",
        "NPR",
        "NZD",
        "OMR",
        "PAB",
        "PEN",
        "PGK",
        "PHP",
        "PKR",
        "PLN",
        "PYG",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "RWF",
        "SAR",
        "SBD",
        "SCR",
        "SDG",
        "SEK",
        "SGD",
        "SHP",
        "SLE",
        "SOS",
        "SRD",
        "SSP",
        "STN",
        "SVC",
        "SYP",
        "SZL",
        "THB",
        "TJS",
        "TMT",
        "TND",
        "TOP",
        "TRY",
        "TTD",
        "TWD",
        "TZS",
        "UAH",
        "UGX",
        "USD",
        "UYU",
        "UZS",
        "VED",
        "VES",
        "VND",
        "VUV",
        "WST",
        "XAF",
        "XCD",
        "XOF",
        "XPF",
        "YER",
        "ZAR",
        "ZMW",
        "ZWG",
    ]
)
"""Active codes of ISO 4217, without metals, funds and test codes."""

SYMBOLS: dict[str, str] = {
    # as written, upper and lower case apart; what is not here is no symbol, whatever pint would make of it
    "m": "meter", "km": "kilometer", "cm": "centimeter", "mm": "millimeter", "µm": "micrometer", "nm": "nanometer",
    "g": "gram", "kg": "kilogram", "mg": "milligram", "t": "tonne", "Mt": "megatonne", "Gt": "gigatonne",
    "s": "second", "ms": "millisecond", "h": "hour", "d": "day", "y": "year",
    "ha": "hectare", "l": "liter", "L": "liter", "ml": "milliliter", "mL": "milliliter", "hl": "hectoliter",
    "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt",
    "Wh": "watt_hour", "kWh": "kilowatt_hour", "MWh": "megawatt_hour", "GWh": "gigawatt_hour",
    "TWh": "terawatt_hour", "J": "joule", "kJ": "kilojoule", "MJ": "megajoule", "GJ": "gigajoule",
    "TJ": "terajoule", "PJ": "petajoule", "EJ": "exajoule", "V": "volt", "kV": "kilovolt", "A": "ampere",
    "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "Pa": "pascal", "hPa": "hectopascal",
    "kPa": "kilopascal", "MPa": "megapascal", "N": "newton", "kN": "kilonewton", "K": "kelvin",
    "kB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte",
    "ft": "foot", "yd": "yard", "mi": "mile", "nmi": "nautical_mile", "lb": "pound", "lbs": "pound", "oz": "ounce",
    "gal": "gallon", "hp": "horsepower", "psi": "pound_force_per_square_inch", "ppm": "ppm", "ppb": "ppb",
    "Btu": "british_thermal_unit", "BTU": "british_thermal_unit", "btu": "british_thermal_unit",
    "knot": "knot", "knots": "knot", "kn": "knot", "C": "degree Celsius", "F": "degree Fahrenheit", "Sv": "sievert",
}  # fmt: skip

COMPOSED: dict[str, str] = {
    "mph": "mile/hour", "kph": "kilometer/hour", "kmh": "kilometer/hour", "mpg": "mile/gallon",
    "bpd": "barrel/day", "b/d": "barrel/day", "bbl/d": "barrel/day", "bopd": "barrel/day",
    "mb/d": "million barrel/day", "mmb/d": "million barrel/day", "mmbpd": "million barrel/day",
    "MMb/d": "million barrel/day", "MMbpd": "million barrel/day", "MMbbl/d": "million barrel/day",
    "mmbbl/d": "million barrel/day", "kb/d": "thousand barrel/day", "kbpd": "thousand barrel/day",
    "kbd": "thousand barrel/day", "MMbbl": "million barrel", "mmbbl": "million barrel", "MMbbls": "million barrel",
    "kilobarrel": "thousand barrel", "kilobarrels": "thousand barrel", "megabarrel": "million barrel",
    "megabarrels": "million barrel", "gigabarrel": "billion barrel", "gigabarrels": "billion barrel",
    "tpd": "tonne/day", "mtpa": "million tonne/year", "bcm": "billion meter^3", "bcma": "billion meter^3/year",
    "mcm": "million meter^3", "bcf": "billion foot^3", "tcf": "trillion foot^3", "mmBtu": "million british_thermal_unit",
    "MMBtu": "million british_thermal_unit",
}  # fmt: skip

AMBIGUOUS: dict[str, str] = {
    name: help_
    for names, help_ in (
        (
            "Mb/d Mbd Mbpd mbd mbpd Mbbl/d MB/D MBD MBPD Mbopd",
            "write `mb/d` or `million barrels a day`, or `thousand barrels a day`",
        ),
        ("Mbbl Mbbls mbbl mbbls MBBL Mb", "write `million barrels` or `thousand barrels`"),
    )
    for name in names.split()
} | {
    "kt": "write `thousand tonnes` or `knots`",
    "point": "write `percentage points` or `basis points`",
    "points": "write `percentage points` or `basis points`",
    "pts": "write `percentage points` or `basis points`",
    "peso": "name its country, such as `Mexican pesos`, or write the code, such as `MXN`",
    "pesos": "name its country, such as `Mexican pesos`, or write the code, such as `MXN`",
    "franc": "write `Swiss francs`, or the code, such as `CHF` or `XOF`",
    "francs": "write `Swiss francs`, or the code, such as `CHF` or `XOF`",
    "crowns": "name their country, such as `Swedish crowns`, or write the code, such as `SEK`",
    "b": "write `bn` for billions, or `barrels`",
    "M": "write `mn` for millions, or `m` for metres",
    "B": "write `bn` for billions, or `barrels`",
}
"""Names that mean one thing to some and another to others; refused, with what to write instead."""

NOT_UNITS = frozenset(
    [
        "line",
        "hand",
        "rod",
        "pole",
        "chain",
        "link",
        "perch",
        "stick",
        "drop",
        "dash",
        "pinch",
        "shake",
        "slug",
        "cord",
        "bag",
        "score",
        "count",
        "particle",
        "grade",
        "turn",
        "revolution",
        "cycle",
        "neper",
        "decibel",
        "decibelmilliwatt",
        "decibelmicrowatt",
        "dot",
        "pixel",
        "point",
        "pica",
        "sheet",
        "quire",
        "ream",
        "bundle",
        "bale",
        "atom",
        "unit",
        "span",
        "nail",
        "dram",
        "thou",
    ]
)
SHORT_UNITS = frozenset({"bar", "bit", "mol", "rad", "rem", "ton"})
"""Units of pint that are everyday words: read as one, they would make nonsense of a sentence.
Besides, no name of three letters or fewer but the short ones is taken from pint."""

IRREGULAR = {"feet": "foot", "inches": "inch", "centuries": "century", "henries": "henry", "pennies": "penny"}

DISPLAY_PLURALS = {
    "people": "people", "percent": "percent", "foot": "feet", "inch": "inches", "century": "centuries",
    "hertz": "hertz", "degree Celsius": "degrees Celsius", "degree Fahrenheit": "degrees Fahrenheit",
    "pence": "pence", "percentage points": "percentage points", "basis points": "basis points",
    "permille": "permille", "kelvin": "kelvin", "henry": "henries",
}  # fmt: skip


def singulars(word: str) -> list[str]:
    """A word, and what it may be the English plural of; the last word of a phrase counts."""
    found = [word]
    if word in IRREGULAR:
        found.append(IRREGULAR[word])
    if word.endswith("s") and len(word) > 2 and not word.endswith("ss"):
        found.append(word[:-1])
        if word.endswith("ies"):
            found.append(word[:-3] + "y")
        if word.endswith("es"):
            found.append(word[:-2])
    return found


def plural(name: str) -> str:
    """How a report writes several of a unit: `barrels/day`, `kilometers`, `USD`, `percent`."""
    head, slash, tail = name.partition("/")
    base, caret, power = head.partition("^")
    if not base or base == "1":
        return name
    if base in DISPLAY_PLURALS:
        several = DISPLAY_PLURALS[base]
    elif (
        base.isupper()
        or base.split(" ")[-1].isupper()
        or not base[-1].isalpha()
        or base in COMPOSED
        or base.endswith("s")
    ):
        several = base
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        several = base[:-1] + "ies"
    elif base.endswith(("x", "ch", "sh")):
        several = base + "es"
    else:
        several = base + "s"
    return several + caret + power + slash + tail
