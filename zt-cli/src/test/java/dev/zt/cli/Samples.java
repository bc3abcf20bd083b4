package dev.zt.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Policies for tests. */
public final class Samples {
  /** The policies of the quickstart, seen from this module. */
  public static final Path QUICKSTART = Path.of("../examples/quickstart/policies");

  /** A sound set with a test that passes. */
  public static final String SOUND =
      """
      module acme.docs

      role "writer"
      entity User { department: string }
      entity Doc { department: string  actions read, write, shred }

      @control("A.5.15")
      readers:
      permit User to read Doc
        when subject.department == resource.department

      writers:
      permit role "writer" to write Doc

      managed_devices:
      require device.managed
        to write Doc
        else challenge comply("Enrol this device.")

      watermarked:
      restrict anyone to read Doc
        unless location.ip in ["10.0.0.0/8"]
        with watermark

      @open("nobody reports this yet")
      let calm = default(identity.risk, clear) <= low

      calm_writers:
      forbid anyone to write Doc
        unless calm

      test "readers" {
        given subject User "ann" { department: "hr" }
        given resource Doc "d" { department: "hr" }
        given location { ip: "10.1.2.3" }
        read => permit
        read => restrict watermark with location { ip: "8.8.8.8" }
      }
      """;

  /** The sound set with one case more, which fails. */
  public static final String FAILING =
      SOUND
          + """

          test "wrong" {
            given subject User "ann" { department: "hr" }
            given resource Doc "d" { department: "sales" }
            read => permit
          }
          """;

  /** One error, and without it one warning. */
  public static final String WRONG =
      """
      module acme.docs

      entity User { department: string }
      entity Doc { department: string  actions read }

      readers:
      permit User to read Doc
        when subject.departement == resource.department

      everybody:
      permit anyone to read Doc
      """;

  private Samples() {}

  /** Writes a policy into a folder. */
  public static Path policy(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("docs.zt"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
