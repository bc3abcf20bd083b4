package dev.zt.policy.value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The officially assigned ISO 3166-1 alpha-2 codes, and what people write in their stead. */
final class Countries {
  private static final Set<String> ASSIGNED =
      Set.of(
          """
          AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ
          BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM
          DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
          GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
          KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
          MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
          PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
          SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
          VN VU WF WS YE YT ZA ZM ZW\
          """
              .split("\\s+"));

  /** Codes in wide use for a country that has another one, and codes of countries renamed. */
  private static final Map<String, String> MISTAKEN =
      Map.of(
          "UK", "GB", "EN", "GB", "EL", "GR", "SP", "ES", "JA", "JP", "BU", "MM", "DD", "DE", "FX",
          "FR", "TP", "TL", "ZR", "CD");

  private static final int LONGEST_NAME = 64;

  private Countries() {}

  static Set<String> assigned() {
    return ASSIGNED;
  }

  static String check(String code) {
    if (!ASSIGNED.contains(code)) {
      throw InvalidText.suggesting(
          Quoted.name(code) + " is not an ISO 3166-1 alpha-2 country code", () -> intended(code));
    }
    return code;
  }

  private static @Nullable String intended(String written) {
    if (written.length() > LONGEST_NAME) {
      return null;
    }
    String upper = written.trim().toUpperCase(Locale.ROOT);
    if (ASSIGNED.contains(upper)) {
      return upper;
    }
    String mistaken = MISTAKEN.get(upper);
    if (mistaken != null || upper.length() < 3) {
      return mistaken;
    }
    String code = OtherNames.ALPHA_3.get(upper);
    if (code != null) {
      return code;
    }
    String name = NearestName.of(upper, OtherNames.ENGLISH.keySet());
    return name == null ? null : OtherNames.ENGLISH.get(name);
  }

  /** The alpha-3 codes and the English names that the Java platform knows; loaded when needed. */
  private static final class OtherNames {
    static final Map<String, String> ALPHA_3 = new HashMap<>();
    static final Map<String, String> ENGLISH = new HashMap<>();

    static {
      for (String code : ASSIGNED) {
        Locale country = new Locale.Builder().setRegion(code).build();
        ALPHA_3.put(country.getISO3Country(), code);
        ENGLISH.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
      }
    }
  }
}
