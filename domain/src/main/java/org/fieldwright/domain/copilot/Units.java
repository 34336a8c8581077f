package org.fieldwright.domain.copilot;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units of measurement in the spellings manuals use, each with one name. */
final class Units {
    /** One line a unit: its name, then its other spellings. A spelling of several words is written with underscores. */
    private static final String SPELLINGS = """
            V volt volts VDC VAC Vdc Vac Volt
            mV millivolt millivolts
            kV kilovolt kilovolts
            A amp amps ampere amperes Amp Amps Ampere ADC
            mA milliamp milliamps milliampere
            µA microamp microamps uA
            W watt watts Watt
            kW kilowatt kilowatts KW
            mW milliwatt
            MW megawatt
            kWh Wh
            VA
            kVA KVA
            Ah AH amp-hours
            mAh
            Ω ohm ohms Ohm Ohms OHM
            kΩ kohm kohms kilohm kilohms kOhm
            MΩ megohm megohms Mohm
            Hz hertz HZ
            kHz kilohertz
            MHz megahertz
            GHz gigahertz
            F farad
            µF uF mfd MFD microfarad microfarads
            °C ºC degC deg_C deg._C degrees_C degree_C degrees_celsius degrees_centigrade celsius °_C º_C grad_C
            °F ºF degF deg_F deg._F degrees_F degree_F degrees_fahrenheit fahrenheit °_F
            K kelvin
            ° degree degrees deg
            µm micron microns um
            mm millimetre millimetres millimeter millimeters mms
            cm centimetre centimetres centimeter centimeters
            m metre metres meter meters
            km kilometre kilometres kilometer kilometers
            in inch inches in. " ″ zoll
            ft foot feet ft. ′
            mm2 mm² sq_mm square_millimetres
            m2 m² sq_m square_metres square_meters
            m3 m³ cubic_metres cubic_meters
            m3/h m³/h cmh
            cfm CFM
            kg kilo kilos kilogram kilograms kilogramme kilogrammes kgs
            g gram grams gr
            mg milligram milligrams
            lb lbs pound pounds lb. lbs.
            oz ounce ounces oz.
            N newton newtons
            N·m Nm N.m N-m N_m newton_metre newton_metres newton_meter newton_meters N•m N∙m N⋅m
            kgf·cm kgf.cm kgf-cm
            ft·lb ft-lb ft-lbs ft.lb ft.lbs lb-ft lbf-ft ft_lb ft_lbs foot-pounds lb_ft lbf.ft
            in·lb in-lb in-lbs lb-in in_lb in_lbs inch-pounds lb_in
            Pa pascal pascals
            kPa kilopascal kilopascals KPa kpa
            hPa
            MPa megapascal Mpa
            bar bars Bar
            mbar millibar millibars
            psi PSI psig PSIG
            inWC inwc in.wc in._w.c. in_wc "WC
            L l litre litres liter liters ltr ltrs Liter
            mL ml millilitre millilitres milliliter
            L/min l/min lpm LPM
            L/h l/h
            L/s l/s
            gal gallon gallons
            gpm GPM
            ms msec millisecond milliseconds
            s sec secs second seconds sec. sekunde sekunden sekunder sekund secondes seconde segundos segundo secondi seconden
            min mins minute minutes min. minuten minuter minut minutos minuto minuti minuut
            h hr hrs hour hours hr. std stunde stunden timme timmar heure heures hora horas ora ore uur uren
            d day days tag tage tagen dag dagar jour jours día días dia dias giorno giorni dagen
            week weeks woche wochen vecka veckor semaine semaines semana semanas settimana settimane weken
            month months monat monate monaten månad månader mois mes meses mese mesi maand maanden
            year years yr yrs jahr jahre jahren år an ans année années año años anno anni jaar
            % percent pct prozent procent
            ppm PPM
            dB db dB(A) dBA
            rpm RPM r/min 1/min U/min min-1
            Nm3/h
            kbit/s kbps
            Mbit/s Mbps
            baud
            bps bit/s
            kB KB
            MB
            GB
            BTU Btu btu
            BTU/h Btu/h btu/hr BTUH
            AWG awg
            mA·h
            µS/cm uS/cm
            g/L g/l
            mg/L mg/l
            € EUR euro euros
            $ USD dollar dollars
            £ GBP
            """;

    private static final Map<String, String> EXACT = new HashMap<>();
    private static final Map<String, String> FOLDED = new HashMap<>();
    private static final Set<String> ALSO_WORDS =
            Set.of("in", "an", "ore", "ora", "s", "d", "h", "second", "seconde", "tag", "mes", "dia");

    static {
        SPELLINGS.lines().forEach(line -> {
            String[] spellings = line.strip().split(" ", -1);
            for (String spelling : spellings) {
                String written = Facts.normalised(spelling.replace('_', ' '));
                EXACT.putIfAbsent(written, spellings[0]);
                if (written.length() > 2) {
                    FOLDED.putIfAbsent(written.toLowerCase(Locale.ROOT), spellings[0]);
                }
            }
        });
    }

    private Units() {}

    /** The name of the unit that is spelled so; spellings of three letters and more in any letter case. */
    static Optional<String> named(String spelling) {
        String unit = EXACT.get(spelling);
        return Optional.ofNullable(unit == null ? FOLDED.get(spelling.toLowerCase(Locale.ROOT)) : unit);
    }

    /** Whether a spelling is also an everyday word, so that standing alone it says nothing of a unit. */
    static boolean isAlsoAWord(String spelling) {
        return ALSO_WORDS.contains(spelling);
    }
}
