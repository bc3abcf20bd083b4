package dev.zt.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.policy.value.Reading;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of an application that is a module of its own. */
class ClosedModuleTest {
  private static final String MODULE =
      "module acme { provides java.util.function.Supplier with acme.Maker; %s }";
  private static final String MAKER =
      """
      package acme;

      public class Maker implements java.util.function.Supplier<Record> {
        public Record get() {
          return new Employee(4);
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void useTheMaker() {
    ClosedModuleTest.class.getModule().addUses(Supplier.class);
  }

  /** The level of an employee whose record is declared so in a module that says this. */
  private Reading level(String modifier, String openness) throws IOException {
    Path classes = folder.resolve("classes");
    ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
    int exit =
        compiler.run(
            System.out,
            System.err,
            "-d",
            classes.toString(),
            written("module-info", MODULE.formatted(openness)),
            written("Maker", MAKER),
            written("Employee", "package acme; " + modifier + " record Employee(int level) {}"));
    assertThat(exit).isZero();
    ModuleLayer boot = ModuleLayer.boot();
    Configuration acme =
        boot.configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("acme"));
    ModuleLayer layer = boot.defineModulesWithOneLoader(acme, ClassLoader.getSystemClassLoader());
    Record employee =
        (Record) ServiceLoader.load(layer, Supplier.class).findFirst().orElseThrow().get();
    return new World().ofUser(Entity.of("User", "u1", employee), "level");
  }

  private String written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text).toString();
  }

  @Test
  void aRecordInAClosedPackageIsFailedAndSaysWhatToDo() throws IOException {
    ReadingAssert.assertThat(level("public", ""))
        .isFailed(
            "the record acme.Employee cannot be read: open its package to the module"
                + " dev.zt.engine");
  }

  @Test
  void aRecordInAnOpenPackageIsRead() throws IOException {
    assertThat(level("", "opens acme to dev.zt.engine;")).isEqualTo(World.number(4));
  }

  @Test
  void aPublicRecordInAnExportedPackageIsRead() throws IOException {
    assertThat(level("public", "exports acme;")).isEqualTo(World.number(4));
  }

  @Test
  void aRecordThatIsNotPublicInAnExportedPackageIsFailed() throws IOException {
    ReadingAssert.assertThat(level("", "exports acme;"))
        .isFailed(
            "the record acme.Employee cannot be read: open its package to the module"
                + " dev.zt.engine");
  }
}
