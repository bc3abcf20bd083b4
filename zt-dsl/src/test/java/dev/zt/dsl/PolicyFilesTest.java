package dev.zt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies in files and folders, whatever these are. */
class PolicyFilesTest {
  private static final String SCHEMA = "module t\nentity User { }\nentity Doc { actions read }\n";
  private static final String RULE = "module t\np: permit User to read Doc\n";

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static List<String> errors(Compilation compilation) {
    return compilation.errors().stream()
        .map(each -> each.code() + " " + each.line() + ":" + each.column() + " " + each.message())
        .toList();
  }

  @Test
  void everyPolicyFileBelowAFolderIsRead() throws IOException {
    write("a.zt", SCHEMA);
    write("deep/er/b.zt", RULE);
    write("notes.txt", "this is no policy");

    assertThat(PolicyCompiler.compile(folder).orThrow().rules()).hasSize(1);
  }

  @Test
  void filesAndFoldersCanBeNamedTogether() throws IOException {
    Path schema = write("one/a.zt", SCHEMA);
    write("two/b.zt", RULE);

    assertThat(PolicyCompiler.compile(schema, folder.resolve("two")).policies()).isPresent();
  }

  @Test
  void hiddenFilesAndFoldersAreLeftOut() throws IOException {
    write("a.zt", SCHEMA);
    write(".git/b.zt", "not a policy");
    write(".c.zt", "not a policy");

    assertThat(PolicyCompiler.compile(folder).policies()).isPresent();
  }

  @Test
  void aFileIsReadOnceHoweverManyLinksLeadToIt() throws IOException {
    Path file = write("a.zt", SCHEMA + RULE.substring("module t\n".length()));
    Files.createSymbolicLink(folder.resolve("b.zt"), file);
    Files.createSymbolicLink(folder.resolve("again"), folder);

    assertThat(PolicyCompiler.compile(folder, file).orThrow().rules()).hasSize(1);
  }

  @Test
  void aLinkThatLeadsNowhereIsAnError() throws IOException {
    write("a.zt", SCHEMA);
    Files.createSymbolicLink(folder.resolve("b.zt"), folder.resolve("gone.zt"));

    assertThat(errors(PolicyCompiler.compile(folder)))
        .containsExactly("ZT9005 1:1 the file cannot be read");
  }

  @Test
  void aFileThatDoesNotExistIsAnError() {
    assertThat(errors(PolicyCompiler.compile(folder.resolve("gone.zt"))))
        .containsExactly("ZT9005 1:1 the file cannot be read");
  }

  @Test
  void aFolderWithoutPoliciesIsAnError() throws IOException {
    write("notes.txt", "this is no policy");

    assertThat(errors(PolicyCompiler.compile(folder)))
        .containsExactly("ZT9005 1:1 there is no policy file in this folder");
  }

  @Test
  void aFolderThatIsNamedLikeAPolicyIsAFolder() throws IOException {
    write("a.zt", SCHEMA);
    write("b.zt/c.zt", RULE);

    assertThat(PolicyCompiler.compile(folder).orThrow().rules()).hasSize(1);
  }

  @Test
  void whatIsNotUtf8IsAnErrorAtItsPlace() throws IOException {
    Path file = folder.resolve("a.zt");
    Files.write(file, "module t\n// caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(errors(PolicyCompiler.compile(file)))
        .containsExactly("ZT9006 2:7 the file is not UTF-8 from here on");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    Path file = write("a.zt", "\uFEFF" + SCHEMA + "p: permit Usr to read Doc");

    assertThat(errors(PolicyCompiler.compile(file)))
        .containsExactly("ZT2102 4:11 the type `Usr` is not declared");
  }

  @Test
  void aFileOfMoreThanOneMebibyteIsAnError() throws IOException {
    write("a.zt", SCHEMA);
    write("b.zt", "// " + "x".repeat(1 << 20));

    assertThat(errors(PolicyCompiler.compile(folder)))
        .containsExactly("ZT9001 1:1 this file is larger than 1 MiB");
  }

  @Test
  void oneBadFileDoesNotHideTheErrorsOfTheOthers() throws IOException {
    write("a.zt", SCHEMA + "p: permit Usr to read Doc");
    Files.write(folder.resolve("b.zt"), new byte[] {(byte) 0xC3, 0x28});

    assertThat(PolicyCompiler.compile(folder).errors())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder("ZT2102", "ZT9006");
  }
}
