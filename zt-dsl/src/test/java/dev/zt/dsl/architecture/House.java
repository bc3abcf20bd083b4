package dev.zt.dsl.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house, for the packages below a root: the project's own, or a small one with
 * faults that shows that the rules catch them.
 */
record House(Ranks ranks) {

  ArchRule arrowsPointDownwards() {
    return classes().should(ranks.onlyPointDownwards());
  }

  /** The compiler needs what policies mean, and nothing that decides with them. */
  ArchRule theCompilerDoesNotDecide() {
    return noClasses()
        .that()
        .resideInAPackage(below("dsl"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(below("engine"));
  }

  ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            new ArchCondition<>("reside in a package that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getPackageName() + " is not null-marked"));
                }
              }
            });
  }

  /** A library is used in those packages alone. */
  ArchRule only(List<String> packages, String library) {
    String[] allowed = packages.stream().map(this::below).toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }

  ArchRule theApiDependsOnNothing() {
    Set<String> base =
        ModuleLayer.boot().findModule("java.base").map(Module::getPackages).orElseThrow();
    return classes()
        .that()
        .resideInAPackage(ranks.root())
        .should()
        .onlyDependOnClassesThat(
            new DescribedPredicate<>("reside in the API, java.base or JSpecify") {
              @Override
              public boolean test(JavaClass type) {
                String name = type.getBaseComponentType().getPackageName();
                return name.isEmpty() // primitives
                    || name.equals(ranks.root())
                    || name.equals(NullMarked.class.getPackageName())
                    || base.contains(name);
              }
            });
  }

  /** What an application sees is made of the JDK and of what an application may see. */
  ArchRule signaturesShowOnly(Set<String> exported) {
    return classes()
        .that(visible(exported))
        .should(
            new ArchCondition<>("show only the JDK and exported packages") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaMember member : type.getMembers()) {
                  shown(member)
                      .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                      .map(JavaClass::getBaseComponentType)
                      .filter(shown -> !presentable(shown, exported))
                      .distinct()
                      .forEach(
                          shown ->
                              events.add(
                                  SimpleConditionEvent.violated(
                                      member, member.getFullName() + " shows " + shown.getName())));
                }
              }
            });
  }

  /** Time enters through an InstantSource, so that a test can hold it still. */
  ArchRule nobodyReadsTheSystemClock() {
    return noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now");
  }

  /** A name that says nothing is a sign of a class without an idea. */
  ArchRule namesSayWhatTheyName() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Utilities|Helper|Helpers|Manager|Common|Impl)")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..");
  }

  private String below(String name) {
    return ranks.root() + "." + name + "..";
  }

  private static DescribedPredicate<JavaClass> visible(Set<String> exported) {
    return new DescribedPredicate<>("are visible to applications") {
      @Override
      public boolean test(JavaClass type) {
        return exported.contains(type.getPackageName())
            && Stream.iterate(type, outer -> outer.getEnclosingClass().orElse(null))
                .takeWhile(outer -> outer != null)
                .allMatch(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC));
      }
    };
  }

  private static boolean presentable(JavaClass shown, Set<String> exported) {
    String name = shown.getPackageName();
    return name.isEmpty() || name.startsWith("java.") || exported.contains(name);
  }

  private static Stream<JavaType> shown(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    if (!modifiers.contains(JavaModifier.PUBLIC) && !modifiers.contains(JavaModifier.PROTECTED)) {
      return Stream.empty();
    }
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    List<JavaType> types = new ArrayList<>(code.getParameterTypes());
    types.add(code.getReturnType());
    return types.stream();
  }
}
