"""What pint says of names, written down by `tests/quantities/pint_names.py`: most runs need not load it."""

KNOWN: dict[str, tuple[str, str, dict[str, int]]] = {
    # name: (its name in full, its factor to the base units, the powers of its dimensions)
    "acre": ("acre", "62726400000/15499969", {"[length]": 2}),
    "ampere": ("ampere", "1", {"[current]": 1}),
    "atmosphere": ("standard atmosphere", "101325000", {"[length]": -1, "[mass]": 1, "[time]": -2}),
    "bar": ("bar", "100000000", {"[length]": -1, "[mass]": 1, "[time]": -2}),
    "barrel": ("barrel", "29810117799/250000000000", {"[length]": 3}),
    "becquerel": ("becquerel", "1", {"[time]": -1}),
    "bit": ("bit", "1", {"[information]": 1}),
    "british_thermal_unit": ("british thermal unit", "1055056", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "bushel": ("bushel", "220244188543/6250000000000", {"[length]": 3}),
    "byte": ("byte", "8", {"[information]": 1}),
    "calorie": ("calorie", "4184", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "candela": ("candela", "1", {"[luminosity]": 1}),
    "carat": ("carat", "1/5", {"[mass]": 1}),
    "centigram": ("centigram", "1/100", {"[mass]": 1}),
    "centiliter": ("centiliter", "1/100000", {"[length]": 3}),
    "centimeter": ("centimeter", "1/100", {"[length]": 1}),
    "century": ("century", "3155760000", {"[time]": 1}),
    "coulomb": ("coulomb", "1", {"[current]": 1, "[time]": 1}),
    "day": ("day", "86400", {"[time]": 1}),
    "decibar": ("decibar", "10000000", {"[length]": -1, "[mass]": 1, "[time]": -2}),
    "decigram": ("decigram", "1/10", {"[mass]": 1}),
    "deciliter": ("deciliter", "1/10000", {"[length]": 3}),
    "decilitre": ("deciliter", "1/10000", {"[length]": 3}),
    "decimeter": ("decimeter", "1/10", {"[length]": 1}),
    "exabyte": ("exabyte", "8000000000000000000", {"[information]": 1}),
    "exajoule": ("exajoule", "1000000000000000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "exawatt_hour": ("exawatt hour", "3600000000000000000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "farad": ("farad", "1/1000", {"[current]": 2, "[length]": -2, "[mass]": -1, "[time]": 4}),
    "fathom": ("fathom", "7200/3937", {"[length]": 1}),
    "foot": ("foot", "381/1250", {"[length]": 1}),
    "furlong": ("furlong", "792000/3937", {"[length]": 1}),
    "gallon": ("gallon", "473176473/125000000000", {"[length]": 3}),
    "gigabit": ("gigabit", "1000000000", {"[information]": 1}),
    "gigabyte": ("gigabyte", "8000000000", {"[information]": 1}),
    "gigagram": ("gigagram", "1000000000", {"[mass]": 1}),
    "gigahertz": ("gigahertz", "1000000000", {"[time]": -1}),
    "gigajoule": ("gigajoule", "1000000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "gigapascal": ("gigapascal", "1000000000000", {"[length]": -1, "[mass]": 1, "[time]": -2}),
    "gigatonne": ("gigametric ton", "1000000000000000", {"[mass]": 1}),
    "gigavolt": ("gigavolt", "1000000000000", {"[current]": -1, "[length]": 2, "[mass]": 1, "[time]": -3}),
    "gigawatt": ("gigawatt", "1000000000000", {"[length]": 2, "[mass]": 1, "[time]": -3}),
    "gigawatt_hour": ("gigawatt hour", "3600000000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "grain": ("grain", "6479891/100000000", {"[mass]": 1}),
    "gram": ("gram", "1", {"[mass]": 1}),
    "gray": ("gray", "1", {"[length]": 2, "[time]": -2}),
    "hectare": ("hectare", "10000", {"[length]": 2}),
    "hectogram": ("hectogram", "100", {"[mass]": 1}),
    "hectoliter": ("hectoliter", "1/10", {"[length]": 3}),
    "hectopascal": ("hectopascal", "100000", {"[length]": -1, "[mass]": 1, "[time]": -2}),
    "henry": ("henry", "1000", {"[current]": -2, "[length]": 2, "[mass]": 1, "[time]": -2}),
    "hertz": ("hertz", "1", {"[time]": -1}),
    "horsepower": ("horsepower", "37284993579113511/50000000000", {"[length]": 2, "[mass]": 1, "[time]": -3}),
    "hour": ("hour", "3600", {"[time]": 1}),
    "inch": ("inch", "127/5000", {"[length]": 1}),
    "joule": ("joule", "1000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "kelvin": ("kelvin", "1", {"[temperature]": 1}),
    "kiloampere": ("kiloampere", "1000", {"[current]": 1}),
    "kilobit": ("kilobit", "1000", {"[information]": 1}),
    "kilobyte": ("kilobyte", "8000", {"[information]": 1}),
    "kilocalorie": ("kilocalorie", "4184000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "kilogram": ("kilogram", "1000", {"[mass]": 1}),
    "kilogray": ("kilogray", "1000", {"[length]": 2, "[time]": -2}),
    "kilohertz": ("kilohertz", "1000", {"[time]": -1}),
    "kilojoule": ("kilojoule", "1000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "kiloliter": ("kiloliter", "1", {"[length]": 3}),
    "kilolitre": ("kiloliter", "1", {"[length]": 3}),
    "kilometer": ("kilometer", "1000", {"[length]": 1}),
    "kilometre": ("kilometer", "1000", {"[length]": 1}),
    "kilonewton": ("kilonewton", "1000000", {"[length]": 1, "[mass]": 1, "[time]": -2}),
    "kiloohm": ("kiloohm", "1000000", {"[current]": -2, "[length]": 2, "[mass]": 1, "[time]": -3}),
    "kilopascal": ("kilopascal", "1000000", {"[length]": -1, "[mass]": 1, "[time]": -2}),
    "kilotonne": ("kilometric ton", "1000000000", {"[mass]": 1}),
    "kilovolt": ("kilovolt", "1000000", {"[current]": -1, "[length]": 2, "[mass]": 1, "[time]": -3}),
    "kilowatt": ("kilowatt", "1000000", {"[length]": 2, "[mass]": 1, "[time]": -3}),
    "kilowatt_hour": ("kilowatt hour", "3600000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "knot": ("knot", "463/900", {"[length]": 1, "[time]": -1}),
    "league": ("league", "19008000/3937", {"[length]": 1}),
    "light_year": ("light year", "9460730472580800", {"[length]": 1}),
    "liter": ("liter", "1/1000", {"[length]": 3}),
    "litre": ("liter", "1/1000", {"[length]": 3}),
    "long_ton": ("long ton", "635029318/625", {"[mass]": 1}),
    "lumen": ("lumen", "1", {"[angle]": 2, "[luminosity]": 1}),
    "lux": ("lux", "1", {"[angle]": 2, "[length]": -2, "[luminosity]": 1}),
    "megabit": ("megabit", "1000000", {"[information]": 1}),
    "megabyte": ("megabyte", "8000000", {"[information]": 1}),
    "megagram": ("megagram", "1000000", {"[mass]": 1}),
    "megahertz": ("megahertz", "1000000", {"[time]": -1}),
    "megajoule": ("megajoule", "1000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "megaliter": ("megaliter", "1000", {"[length]": 3}),
    "megalitre": ("megaliter", "1000", {"[length]": 3}),
    "megaohm": ("megaohm", "1000000000", {"[current]": -2, "[length]": 2, "[mass]": 1, "[time]": -3}),
    "megapascal": ("megapascal", "1000000000", {"[length]": -1, "[mass]": 1, "[time]": -2}),
    "megatonne": ("megametric ton", "1000000000000", {"[mass]": 1}),
    "megavolt": ("megavolt", "1000000000", {"[current]": -1, "[length]": 2, "[mass]": 1, "[time]": -3}),
    "megawatt": ("megawatt", "1000000000", {"[length]": 2, "[mass]": 1, "[time]": -3}),
    "megawatt_hour": ("megawatt hour", "3600000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "meter": ("meter", "1", {"[length]": 1}),
    "metre": ("meter", "1", {"[length]": 1}),
    "metric_ton": ("metric ton", "1000000", {"[mass]": 1}),
    "microfarad": ("microfarad", "1/1000000000", {"[current]": 2, "[length]": -2, "[mass]": -1, "[time]": 4}),
    "microgram": ("microgram", "1/1000000", {"[mass]": 1}),
    "microliter": ("microliter", "1/1000000000", {"[length]": 3}),
    "microlitre": ("microliter", "1/1000000000", {"[length]": 3}),
    "micrometer": ("micrometer", "1/1000000", {"[length]": 1}),
    "microsecond": ("microsecond", "1/1000000", {"[time]": 1}),
    "microsievert": ("microsievert", "1/1000000", {"[length]": 2, "[time]": -2}),
    "mile": ("mile", "201168/125", {"[length]": 1}),
    "milliampere": ("milliampere", "1/1000", {"[current]": 1}),
    "milligram": ("milligram", "1/1000", {"[mass]": 1}),
    "milligray": ("milligray", "1/1000", {"[length]": 2, "[time]": -2}),
    "millihenry": ("millihenry", "1", {"[current]": -2, "[length]": 2, "[mass]": 1, "[time]": -2}),
    "millijoule": ("millijoule", "1", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "milliliter": ("milliliter", "1/1000000", {"[length]": 3}),
    "millilitre": ("milliliter", "1/1000000", {"[length]": 3}),
    "millimeter": ("millimeter", "1/1000", {"[length]": 1}),
    "millimetre": ("millimeter", "1/1000", {"[length]": 1}),
    "millisecond": ("millisecond", "1/1000", {"[time]": 1}),
    "millisievert": ("millisievert", "1/1000", {"[length]": 2, "[time]": -2}),
    "millivolt": ("millivolt", "1", {"[current]": -1, "[length]": 2, "[mass]": 1, "[time]": -3}),
    "milliwatt": ("milliwatt", "1", {"[length]": 2, "[mass]": 1, "[time]": -3}),
    "minute": ("minute", "60", {"[time]": 1}),
    "month": ("month", "2629800", {"[time]": 1}),
    "nanofarad": ("nanofarad", "1/1000000000000", {"[current]": 2, "[length]": -2, "[mass]": -1, "[time]": 4}),
    "nanogram": ("nanogram", "1/1000000000", {"[mass]": 1}),
    "nanoliter": ("nanoliter", "1/1000000000000", {"[length]": 3}),
    "nanometer": ("nanometer", "1/1000000000", {"[length]": 1}),
    "nanosecond": ("nanosecond", "1/1000000000", {"[time]": 1}),
    "nautical_mile": ("nautical mile", "1852", {"[length]": 1}),
    "newton": ("newton", "1000", {"[length]": 1, "[mass]": 1, "[time]": -2}),
    "ohm": ("ohm", "1000", {"[current]": -2, "[length]": 2, "[mass]": 1, "[time]": -3}),
    "ounce": ("ounce", "45359237/1600000", {"[mass]": 1}),
    "pascal": ("pascal", "1000", {"[length]": -1, "[mass]": 1, "[time]": -2}),
    "percent": ("percent", "1/100", {}),
    "permille": ("permille", "1/1000", {}),
    "petabyte": ("petabyte", "8000000000000000", {"[information]": 1}),
    "petajoule": ("petajoule", "1000000000000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "petawatt_hour": ("petawatt hour", "3600000000000000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "picofarad": ("picofarad", "1/1000000000000000", {"[current]": 2, "[length]": -2, "[mass]": -1, "[time]": 4}),
    "pint": ("pint", "473176473/1000000000000", {"[length]": 3}),
    "pound": ("pound", "45359237/100000", {"[mass]": 1}),
    "ppm": ("ppm", "1/1000000", {}),
    "quart": ("quart", "473176473/500000000000", {"[length]": 3}),
    "radian": ("radian", "1", {"[angle]": 1}),
    "second": ("second", "1", {"[time]": 1}),
    "short_ton": ("ton", "45359237/50", {"[mass]": 1}),
    "sievert": ("sievert", "1", {"[length]": 2, "[time]": -2}),
    "stone": ("stone", "317514659/50000", {"[mass]": 1}),
    "terabyte": ("terabyte", "8000000000000", {"[information]": 1}),
    "teragram": ("teragram", "1000000000000", {"[mass]": 1}),
    "terajoule": ("terajoule", "1000000000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "terawatt": ("terawatt", "1000000000000000", {"[length]": 2, "[mass]": 1, "[time]": -3}),
    "terawatt_hour": ("terawatt hour", "3600000000000000000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "therm": ("therm", "105505600000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "ton": ("ton", "45359237/50", {"[mass]": 1}),
    "tonne": ("metric ton", "1000000", {"[mass]": 1}),
    "troy_ounce": ("troy ounce", "19439673/625000", {"[mass]": 1}),
    "volt": ("volt", "1000", {"[current]": -1, "[length]": 2, "[mass]": 1, "[time]": -3}),
    "watt": ("watt", "1000", {"[length]": 2, "[mass]": 1, "[time]": -3}),
    "watt_hour": ("watt hour", "3600000", {"[length]": 2, "[mass]": 1, "[time]": -2}),
    "week": ("week", "604800", {"[time]": 1}),
    "yard": ("yard", "1143/1250", {"[length]": 1}),
    "year": ("year", "31557600", {"[time]": 1}),
}

PREFIXES = (
    "atto",
    "centi",
    "deca",
    "deci",
    "exa",
    "exbi",
    "femto",
    "gibi",
    "giga",
    "hecto",
    "kibi",
    "kilo",
    "mebi",
    "mega",
    "micro",
    "milli",
    "nano",
    "pebi",
    "peta",
    "pico",
    "quecto",
    "quetta",
    "ronna",
    "ronto",
    "semi",
    "sesqui",
    "tebi",
    "tera",
    "yobi",
    "yocto",
    "yotta",
    "zebi",
    "zepto",
    "zetta",
)

NAMES = frozenset(
    """
    A_90 A_US A_it BDFT BTU Btu Btu_iso Btu_it Btu_th C_90 DPI ECC EC_therm E_h FBM F_90 G_0 Gal H_90 KPH K_J K_J90
    LMH MPH N_A NeC PPCM PPI PSH Phi_0 RIU RKM R_K R_K90 R_inf SPL UK_bbl UK_bushel UK_cup UK_cwt UK_fluid_ounce
    UK_force_ton UK_gallon UK_gill UK_horsepower UK_hundredweight UK_pint UK_pk UK_quart UK_ton UK_ton_force US_cwt
    US_dry_barrel US_dry_gallon US_dry_pint US_dry_quart US_fluid_dram US_fluid_ounce US_force_ton US_hundredweight
    US_international_ampere US_international_ohm US_international_volt US_liquid_cup US_liquid_dram US_liquid_fifth
    US_liquid_gallon US_liquid_gill US_liquid_ounce US_liquid_quart US_pint US_shot US_therm US_ton US_ton_force
    V_90 V_US V_it W_90 Xu_Cu Xu_Mo Z_0 a_0 a_u_action a_u_current a_u_efg a_u_electric_field a_u_energy a_u_force
    a_u_intensity a_u_length a_u_mass a_u_temp a_u_time abA abC abF abH abS abV abampere abcoulomb aberdeen abfarad
    abhenry abmho abohm absiemens absorbance_unit abvolt acre acre_feet acre_foot alpha amp ampere ampere_hour
    ampere_turn amu angstrom angstrom_star angular_degree angular_minute angular_second ap_dr ap_lb ap_oz
    apothecary_drachm apothecary_dram apothecary_ounce apothecary_pound arc_minute arc_second arcdeg arcdegree
    arcmin arcminute arcsec arcsecond are astronomical_unit atm atm_l atmosphere atmosphere_liter
    atomic_mass_constant atomic_unit_of_action atomic_unit_of_current atomic_unit_of_electric_field
    atomic_unit_of_electric_field_gradient atomic_unit_of_energy atomic_unit_of_force atomic_unit_of_intensity
    atomic_unit_of_length atomic_unit_of_mass atomic_unit_of_temperature atomic_unit_of_time avdp_dram avdp_ounce
    avdp_pound avogadro_constant avogadro_number avoirdupois_dram avoirdupois_ounce avoirdupois_pound bag bar barad
    barie barn barrel barrie baryd barye baud bbl becquerel beer_barrel beer_bbl big_point biot biot_turn bit
    bits_per_pixel blob board_feet board_foot bohr bohr_magneton bohr_radius boiler_horsepower boltzmann_constant
    bpp bps british_thermal_unit buckingham bushel byte c_0 c_1 c_2 cables_length cal cal_15 cal_it cal_th calorie
    candela candle carat celsius centimeter centipoise centuries century chain characteristic_impedance_of_vacuum
    cicero circle circular_mil classical_electron_radius clausius cm_1 cmil common_year conductance_quantum
    conventional_ampere_90 conventional_coulomb_90 conventional_farad_90 conventional_henry_90
    conventional_josephson_constant conventional_mercury_density conventional_ohm_90 conventional_volt_90
    conventional_von_klitzing_constant conventional_water_density conventional_watt_90 cooling_tower_ton coulomb
    coulomb_constant count counts_per_second cps css_pixel cu_ft cu_in cu_yd cubic_centimeter cubic_feet cubic_foot
    cubic_inch cubic_yard cup curie cwt cycle dBW dBm dBu dalton darcy day debye decade decibel decibelmicrowatt
    decibelmilliwatt decibelwatt decimeter decitex deg degC degF degK degR degRe degree degreeC degreeF degreeK
    degreeR degreeRe degree_Celsius degree_Fahrenheit degree_Kelvin degree_Rankine degree_Reaumur delta_celsius
    delta_degC delta_degF delta_degRe delta_degreeC delta_degreeF delta_degreeRe delta_degree_Celsius
    delta_degree_Fahrenheit delta_degree_Reaumur delta_fahrenheit delta_reaumur den denier dgal didot dirac_constant
    dot dots_per_inch dpi dqt drachm dram dry_barrel dry_gallon dry_pint dry_quart dtex dwt dyn dyne
    electric_constant electrical_horsepower electron_g_factor electron_mass electron_volt electronvolt
    elementary_charge entropy_unit enzyme_unit enzymeunit eon eps0 eps_0 epsilon_0 erg esu eulers_number fahrenheit
    farad faraday faraday_constant fathom feet feetH2O feetH2O_4C feetH2O_60F feetHg feetHg_0C feetHg_32F feetHg_60F
    feet_H2O feet_H2O_4C feet_H2O_60F feet_Hg feet_Hg_0C feet_Hg_32F feet_Hg_60F femtometer fermi
    fifteen_degree_calorie fifth fine_structure_constant first_radiation_constant fldr floz fluid_dram fluid_ounce
    fluidram foot foot_H2O foot_H2O_4C foot_H2O_60F foot_Hg foot_Hg_0C foot_Hg_32F foot_Hg_60F foot_per_second
    foot_pound footpound force_gram force_kilogram force_long_ton force_metric_ton force_ounce force_pound
    force_short_ton force_t force_ton fortnight fps franklin ftH2O ftH2O_4C ftH2O_60F ftHg ftHg_0C ftHg_32F ftHg_60F
    ft_H2O ft_H2O_4C ft_H2O_60F ft_Hg ft_Hg_0C ft_Hg_32F ft_Hg_60F ft_lb fur furlong g_0 g_e g_n gal galileo gallon
    gamma gamma_mass gauss gilbert gill gon grad grade gradian grain gram gram_force gravitational_constant gravity
    gray gregorian_year hand hartree hartree_energy hbar hectare henry hertz hogshead horsepower hour hundredweight
    hydraulic_horsepower impedance_of_free_space imperial_barrel imperial_bbl imperial_bu imperial_bushel
    imperial_cp imperial_cup imperial_fldr imperial_floz imperial_fluid_drachm imperial_fluid_dram
    imperial_fluid_ounce imperial_fluid_scruple imperial_gal imperial_gallon imperial_gi imperial_gill
    imperial_minim imperial_peck imperial_pint imperial_pk imperial_pt imperial_qt imperial_quart inH2O inH2O_4C
    inH2O_60F inHg inHg_0C inHg_32F inHg_60F in_H2O in_H2O_4C in_H2O_60F in_Hg in_Hg_0C in_Hg_32F in_Hg_60F inch
    inch_H2O inch_H2O_4C inch_H2O_60F inch_Hg inch_Hg_0C inch_Hg_32F inch_Hg_60F inches inchesH2O inchesH2O_4C
    inchesH2O_60F inchesHg inchesHg_0C inchesHg_32F inchesHg_60F inches_H2O inches_H2O_4C inches_H2O_60F inches_Hg
    inches_Hg_0C inches_Hg_32F inches_Hg_60F international_british_thermal_unit international_calorie
    international_feet international_foot international_inch international_inches international_knot
    international_mile international_steam_table_calorie international_yard jig josephson_constant joule julian_year
    jute k_B k_C kat katal kayser kelvin kgf kilogram kilogram_force kilometer kilometer_per_hour
    kilometer_per_second kip kip_per_square_inch knot knot_international kph kps ksi lambda lambert langley lbf lbt
    league leap_year light_year lightyear link liquid_cup liquid_gallon liquid_gill liquid_pint liquid_quart liter
    litre ln10 long_hundredweight long_ton long_ton_force lumen lunar_month lux mH2O mH2O_4C mH2O_60F mHg mHg_0C
    mHg_32F mHg_60F m_H2O m_H2O_4C m_H2O_60F m_Hg m_Hg_0C m_Hg_32F m_Hg_60F m_e m_n m_p m_u magnetic_constant
    magnetic_flux_quantum mas maxwell mean_international_ampere mean_international_ohm mean_international_volt
    mercury_density_0C mercury_density_32F mercury_density_60F meter meter_H2O meter_H2O_4C meter_H2O_60F meter_Hg
    meter_Hg_0C meter_Hg_32F meter_Hg_60F meter_per_second meter_per_second_squared metre metric_horsepower
    metric_ton metric_ton_force mho microgram microliter micrometer micromole micron mil mil_length mile
    mile_per_hour millennia millennium milliarcsecond milligram min minim minute mol molar molar_gas_constant mole
    molec molecule month mph mps mu0 mu_0 mu_B mu_N nautical_mile neper neutron_mass newton
    newtonian_constant_of_gravitation nit nmi nuclear_magneton number_english number_meter oct octave octet oersted
    ohm ohm_90 ohm_US ohm_it oil_barrel oil_bbl ounce ounce_force ozf ozt parsec particle pascal pdl peak_sun_hour
    peck pel pennyweight percent perch permille pica picture_element pint pixel pixels_per_centimeter
    pixels_per_inch planck_constant planck_current planck_length planck_mass planck_temperature planck_time point
    poise pole pond pound pound_force pound_force_per_square_inch poundal ppi ppm printers_dpi printers_pica
    printers_point proton_mass psi quad quadrillion_Btu quart quarter r_e rad radian rads rankine reaumur
    reciprocal_centimeter refractive_index_unit refrigeration_ton rem revolution revolutions_per_minute
    revolutions_per_second reyn rhe rod roentgen rpm rps rutherford rydberg rydberg_constant scaled_point scruple
    sec second second_radiation_constant section sft shake short_hundredweight short_ton short_ton_force shot
    sidereal_day sidereal_month sidereal_year siemens sievert sigma sigma_e slinch slm slpm slug slugette smi
    sound_pressure_level speed_of_light sq_deg sq_ft sq_in sq_mi sq_perch sq_pole sq_rod sq_yd sqdeg square_degree
    square_feet square_foot square_inch square_inches square_league square_mile square_rod square_survey_mile
    square_yard standard_atmosphere standard_gravity standard_liter_per_minute statA statC statF statH statT statV
    statWb statampere statcoulomb statfarad stathenry statmho statohm stattesla statvolt statweber
    stefan_boltzmann_constant steradian stere stilb stokes stone strain super_feet super_foot superficial_feet
    superficial_foot survey_foot survey_link survey_mile svedberg sverdrup synodic_month tTNT t_force tablespoon
    tansec tbsp teaspoon technical_atmosphere tesla tex tex_cicero tex_didot tex_pica tex_point therm
    thermochemical_british_thermal_unit thermochemical_calorie thm thomson_cross_section thou tlb toe ton ton_TNT
    ton_force ton_of_refrigeration tonne tonne_of_oil_equivalent torr townsend toz tropical_month tropical_year
    troy_ounce troy_pound tsp turn unified_atomic_mass_unit unit_pole us_statute_mile vacuum_permeability
    vacuum_permittivity volt volt_ampere von_klitzing_constant water_density_4C water_density_60F watt watt_hour
    watthour weber week wien_frequency_displacement_law_constant wien_u wien_wavelength_displacement_law_constant
    wien_x x_unit_Cu x_unit_Mo yard year zeta
    """.split()  # noqa: SIM905 - a list of words is read as one
)
"""Every name of a unit, but for the shortest: what is none of these, behind a prefix or not, is no unit."""
