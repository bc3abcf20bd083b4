package dev.zt.dsl.check;

import dev.zt.dsl.check.lint.Lint;
import dev.zt.dsl.check.polarity.PolarityCheck;
import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.SourceFiles;
import dev.zt.dsl.suite.TestSuite;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.dsl.syntax.Rule;
import dev.zt.dsl.table.TableFiles;
import dev.zt.policy.Behavior;
import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns parsed files into a typed policy set, or says what is wrong with them. */
public final class Checker {
  private final Diagnostics diagnostics;
  private final List<PolicyFile> files;
  private final ModuleTable table;
  private final Symbols symbols = new Symbols();
  private final Checking checking;
  private final List<dev.zt.policy.Rule> rules = new ArrayList<>();
  private final List<Elevation> elevations = new ArrayList<>();
  private final List<Behavior> behaviors = new ArrayList<>();

  private Checker(PolicyFile prelude, List<PolicyFile> files, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.files = files;
    this.table = new ModuleTable(prelude, files, diagnostics);
    this.checking = new Checking(symbols, table.declared());
  }

  /**
   * Checks the files of one set.
   *
   * @param prelude what is visible everywhere
   * @param tables where files with the rows of tests are found
   * @param diagnostics gets everything that is wrong with the set, most warnings only once they are
   *     looked for
   * @return the set; nothing when there are errors, earlier ones among them
   */
  public static Optional<Checked> check(
      PolicyFile prelude, List<PolicyFile> files, TableFiles tables, Diagnostics diagnostics) {
    return new Checker(prelude, files, diagnostics).check(tables);
  }

  private Optional<Checked> check(TableFiles tables) {
    new Declarations(table, symbols).declare();
    FieldValues fields = new FieldValues(checking);
    fields.check();
    checkRules();
    for (Declared each : table.declared()) {
      checkNamed(each);
    }
    TestChecker tests = new TestChecker(checking, table, rules, elevations);
    tests.check();
    for (Declared each : table.declared()) {
      checkUnused(each);
    }
    PolarityCheck.check(
        rules, elevations, behaviors, fields.derived(), new SourceFiles(sources()), diagnostics);
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    TestSuite suite = tests.write(tables);
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    PolicySet set =
        new PolicySet(
            new SchemaWriter(table, symbols).write(),
            rules,
            elevations,
            behaviors,
            checking.openPlaces().places());
    return Optional.of(new Checked(set, suite, () -> warn(set)));
  }

  private void warn(PolicySet set) {
    new UnusedNames(table, symbols).warn();
    Lint.check(set, files, diagnostics);
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (FileScope file : table.files()) {
      sources.add(file.source());
    }
    return sources;
  }

  private void checkRules() {
    Map<String, Name> labels = new HashMap<>();
    for (FileScope file : table.files()) {
      for (Declaration each : file.file().declarations()) {
        if (each instanceof Rule rule) {
          Name label = rule.head().label();
          refuseTaken(
              file, label, labels.putIfAbsent(file.module().name() + "." + label.text(), label));
          rules.add(RuleChecker.check(checking, file, rule));
        }
      }
    }
  }

  private static void refuseTaken(FileScope file, Name label, @Nullable Name earlier) {
    if (earlier != null) {
      file.report(
          Code.DUPLICATE,
          label.span(),
          "the module `" + file.module().name() + "` already has a rule `" + label.text() + "`");
    }
    Declared named = file.module().find(Namespace.VALUE, label.text());
    if (named != null && named.declaration() instanceof Declaration.Elevation) {
      file.report(
          Code.DUPLICATE,
          label.span(),
          "the elevation `" + label.text() + "` has the id of this rule already");
    }
  }

  private void checkNamed(Declared each) {
    Declaration declaration = each.declaration();
    if (declaration instanceof Declaration.Behavior) {
      checking.behaviors().find(each).ifPresent(behaviors::add);
    } else if (declaration instanceof Declaration.Elevation elevation) {
      elevations.add(new ElevationChecker(checking, each, elevation).check());
    } else if (declaration instanceof Declaration.Let let) {
      new Lets(anywhere(each)).checkHead(each, let);
    } else if (declaration instanceof Declaration.Risk risk) {
      Annotations.of(each.file(), risk.preamble());
    } else if (declaration instanceof Declaration.Segment segment) {
      new Segments(anywhere(each)).check(each, segment);
    }
  }

  /** What is named in a rule is looked at where it is used, since it can mean more there. */
  private void checkUnused(Declared each) {
    if (each.isUsed()) {
      return;
    }
    if (each.declaration() instanceof Declaration.Let let) {
      new Lets(anywhere(each)).checkUnused(each, let);
    } else if (each.declaration() instanceof Declaration.Risk risk) {
      new Risks(anywhere(each)).checkUnused(each, risk);
    }
  }

  private ExprChecker anywhere(Declared each) {
    Env env = Env.of(each.file(), Place.REQUEST, symbols.everyEntity(), symbols.everyResource());
    return new ExprChecker(checking, env);
  }
}
