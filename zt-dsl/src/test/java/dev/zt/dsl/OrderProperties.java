package dev.zt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.policy.PolicySet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The order of declarations and files, their names and their layout mean nothing. */
class OrderProperties {
  private static final String IMPORTS = "import acme.people\nimport acme.devices\n";

  private static final Map<String, List<String>> DECLARATIONS =
      Map.of(
          "acme.people",
          List.of(
              "role \"clerk\" includes \"staff\"",
              "role \"staff\"",
              "enum Grade { junior < senior < lead }",
              "record Address { street: string  country: country }",
              "entity Team in Team { }",
              "entity Employee as \"employee\" in Team { grade: Grade  home: Address  ends: time? }",
              "let current = subject is Employee",
              "let peer(a: Employee, b: Employee) = a.grade == b.grade and a.home == b.home"),
          "acme.devices",
          List.of(
              "extend signal device fresh 10m { zta: int  @open(\"no feed\") trust: Level = low }",
              "extend signal device fresh 5m { label: string }",
              "signal badge { at: time  age: duration = now - at }",
              "let healthy_device = device.managed and device.edr == healthy",
              "risk posture { add 40 when not device.attested  subtract 10 when badge.age < 1h }",
              "segment office = network \"10.0.0.0/8\" or workload \"spiffe://acme.example/**\""),
          "acme.payroll",
          List.of(
              "entity Payroll { owner: Employee  grade: Grade  actions read, export  actions use = read, export }",
              "action { soft: bool }",
              "obligation blur(region: string, strength: int)",
              "event login_failed",
              "behavior failures = count of event login_failed by subject over 15m",
              "elevation fix permits Employee to export Payroll for at most 2h approved by 2 of role \"clerk\"",
              "clerks: permit role \"clerk\" to use Payroll when current and healthy_device",
              "peers: permit Employee to read Payroll when peer(subject, resource.owner)",
              "shadow night: forbid anyone to any action unless now in \"Mon-Fri 08:00-18:00 UTC\"",
              "calm: require posture < 60 and failures < 5 else challenge one of mfa, comply(\"x\")",
              "far: restrict anyone to read Payroll unless segment office with blur(\"iban\", strength: 3)",
              "@control(\"A.5\") vague: forbid Employee to export Payroll when device.trust > low"));

  private static PolicySet written(Random random, boolean shuffled) {
    Map<String, String> files = new LinkedHashMap<>();
    DECLARATIONS.forEach(
        (module, declarations) -> {
          List<String> order = new ArrayList<>(declarations);
          if (shuffled) {
            Collections.shuffle(order, random);
          }
          int parts = shuffled ? 1 + random.nextInt(order.size()) : 1;
          for (int part = 0; part < parts; part++) {
            StringBuilder text = new StringBuilder("module " + module + "\n" + IMPORTS);
            for (int i = part; i < order.size(); i += parts) {
              text.append(shuffled ? laidOut(order.get(i), random) : order.get(i)).append('\n');
            }
            files.put(shuffled ? random.nextInt() + ".zt" : module, text.toString());
          }
        });
    return PolicyCompiler.compile(files).orThrow();
  }

  /** The same words with comments and line breaks where there were two blanks. */
  private static String laidOut(String declaration, Random random) {
    return declaration.replace("  ", random.nextBoolean() ? "\n\n  " : " /* note */ ")
        + (random.nextBoolean() ? " // a comment" : "");
  }

  @Property(tries = 200)
  void aSetIsTheSameHoweverItIsSpreadOverFiles(@ForAll Random random) {
    PolicySet plain = written(random, false);
    PolicySet shuffled = written(random, true);

    assertThat(shuffled.toString()).isEqualTo(plain.toString());
    assertThat(shuffled).isEqualTo(plain);
    assertThat(shuffled.version()).isEqualTo(plain.version());
  }
}
