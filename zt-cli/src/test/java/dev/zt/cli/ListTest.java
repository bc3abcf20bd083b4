package dev.zt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListTest {
  @TempDir Path folder;

  @Test
  void everythingThatSomebodyMustAnswerForIsListed() {
    Path policy = Samples.policy(folder, Samples.SOUND);
    Ran ran = Ran.zt("list", policy);
    assertThat(ran.code()).isZero();
    assertThat(ran.out().replace(policy.toString(), "docs.zt"))
        .isEqualTo(
            """
            5 rules
              acme.docs.calm_writers  forbid anyone to write Doc  docs.zt:28
              acme.docs.managed_devices  require anyone to write Doc  docs.zt:15
              acme.docs.readers  permit User to read Doc  docs.zt:8
                @control("A.5.15")
              acme.docs.watermarked  restrict anyone to read Doc  docs.zt:20
              acme.docs.writers  permit role "writer" to write Doc  docs.zt:12

            Actions without a permit: nobody ever gets them
              shred Doc

            Fail-open register: an unknown may open these
              acme.docs.calm  nobody reports this yet  docs.zt:26

            Obligations: the code must carry them out
              watermark  by acme.docs.watermarked
            """);
  }

  @Test
  void needsAreListedWhereTheyAreAskedFor() {
    Ran ran = Ran.zt("list", "--needs", Samples.policy(folder, Samples.SOUND));
    assertThat(ran.out())
        .endsWith(
            """

            Needs: signal fields without which nobody gets PERMIT
              read Doc
                location.ip  by acme.docs.watermarked
              write Doc
                device.managed  by acme.docs.managed_devices
            """);
  }

  @Test
  void aProgramReadsJson() throws IOException {
    Path policy = Samples.policy(folder, Samples.SOUND);
    JsonNode json =
        new JsonMapper().readTree(Ran.zt("list", "--needs", "--format", "json", policy).out());
    assertThat(json.get("rules")).hasSize(5);
    assertThat(json.at("/rules/2/annotations/control").asText()).isEqualTo("A.5.15");
    assertThat(json.at("/rules/2/targets/acme.docs.Doc/0").asText()).isEqualTo("read");
    assertThat(json.at("/actions_without_permit/0/action").asText()).isEqualTo("shred");
    assertThat(json.at("/open/0/name").asText()).isEqualTo("acme.docs.calm");
    assertThat(json.at("/obligations/0/call").asText()).isEqualTo("watermark");
    assertThat(json.at("/needs/0/facts/0/name").asText()).isEqualTo("location.ip");
    assertThat(json.at("/needs/0/possible").asBoolean()).isTrue();
  }

  @Test
  void whatMayBeGrantedForATimeIsListed() throws IOException {
    Path policy =
        Samples.policy(
            folder,
            """
            module acme.docs
            entity User { }
            entity Doc { actions read }
            @owner("ops")
            elevation rescue permits User to read Doc
              for at most 1h30m approved by 2 of User with reason
            """);
    assertThat(Ran.zt("list", policy).out().replace(policy.toString(), "docs.zt"))
        .startsWith(
            """
            0 rules

            Elevations: somebody may be granted these for a time
              acme.docs.rescue  User to read Doc for at most 1h30m approved by 2 with reason  docs.zt:5
                @owner("ops")
            """);
    JsonNode json = new JsonMapper().readTree(Ran.zt("list", "--format", "json", policy).out());
    JsonNode rescue = json.at("/elevations/0");
    assertThat(rescue.get("id").asText()).isEqualTo("acme.docs.rescue");
    assertThat(rescue.get("at_most").asText()).isEqualTo("1h30m");
    assertThat(rescue.get("approvers").asInt()).isEqualTo(2);
    assertThat(rescue.get("reason_required").asBoolean()).isTrue();
    assertThat(rescue.at("/targets/acme.docs.Doc/0").asText()).isEqualTo("read");
  }

  @Test
  void policiesThatDoNotCompileAreTold() {
    Ran ran = Ran.zt("list", Samples.policy(folder, Samples.WRONG));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("ZT2103");
  }
}
