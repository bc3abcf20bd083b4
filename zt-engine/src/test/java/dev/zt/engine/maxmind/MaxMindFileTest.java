package dev.zt.engine.maxmind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.Signal;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaxMindFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file =
        new MaxMindWriter()
            .add(
                "81.2.69.0",
                24,
                Map.of(
                    "country", Map.of("iso_code", "GB"),
                    "registered_country", Map.of("iso_code", "US"),
                    "city", Map.of("names", Map.of("en", "London", "de", "London")),
                    "subdivisions", List.of(Map.of("iso_code", "ENG"), Map.of("iso_code", "LND")),
                    "location",
                        Map.of("latitude", 51.5142, "longitude", -0.0931, "accuracy_radius", 10)))
            .add("2001:db8::", 32, Map.of("country", Map.of("iso_code", "DE")))
            .add("1.128.0.0", 11, Map.of("autonomous_system_number", 1221L))
            .add("5.5.5.5", 32, Map.of("registered_country", Map.of("iso_code", "FR")))
            .write(folder.resolve("test.mmdb"));
  }

  @Test
  void aListedAddressIsPlaced() throws IOException {
    assertThat(locate("81.2.69.160"))
        .isEqualTo(
            Map.of(
                "country", "GB",
                "region", "ENG",
                "city", "London",
                "point", Map.of("lat", 51.5142, "lon", -0.0931),
                "accuracy", "10km"));
  }

  @Test
  void anAddressOfSixteenBytesIsFound() throws IOException {
    assertThat(locate("2001:db8::7")).isEqualTo(Map.of("country", "DE"));
  }

  @Test
  void aFileOfAutonomousSystemsTellsTheNumber() throws IOException {
    assertThat(locate("1.128.3.4")).containsOnlyKeys("asn").containsEntry("asn", 1221L);
  }

  @Test
  void whereANetworkIsRegisteredIsNotWhereItIs() throws IOException {
    assertThat(locate("5.5.5.5")).isEmpty();
  }

  @Test
  void anUnlistedOrPrivateAddressIsNowhere() throws IOException {
    try (MaxMindFile open = MaxMindFile.open(file)) {
      assertThat(open.locate(InetAddress.getByName("10.1.2.3"))).isNull();
      assertThat(open.locate(InetAddress.getByName("81.2.70.1"))).isNull();
      assertThat(open.locate(InetAddress.getByName("fd00::1"))).isNull();
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mmdb"), "not a database");

    assertThatThrownBy(() -> MaxMindFile.open(text)).isInstanceOf(IOException.class);
  }

  private Map<String, Object> locate(String address) throws IOException {
    try (MaxMindFile open = MaxMindFile.open(file)) {
      Signal found = open.locate(InetAddress.getByName(address));
      assertThat(found.name()).isEqualTo("location");
      return found.fields();
    }
  }
}
