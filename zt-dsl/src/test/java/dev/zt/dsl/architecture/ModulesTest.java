package dev.zt.dsl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModulesTest {
  @Test
  void eachModuleExportsItsDoorsAndNothingElse() {
    assertThat(Modules.exportedPackages())
        .containsExactlyInAnyOrder(
            "dev.zt",
            "dev.zt.policy",
            "dev.zt.policy.value",
            "dev.zt.engine",
            "dev.zt.engine.audit",
            "dev.zt.engine.authzen",
            "dev.zt.engine.maxmind",
            "dev.zt.dsl",
            "dev.zt.dsl.suite");
  }

  @Test
  void theApiRequiresNothingAtRunTime() {
    assertThat(Modules.descriptor("dev.zt").requires())
        .filteredOn(required -> !required.modifiers().contains(Modifier.STATIC))
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactly("java.base");
  }

  @Test
  void theEngineRequiresNoParser() {
    assertThat(Modules.descriptor("dev.zt.engine").requires())
        .extracting(ModuleDescriptor.Requires::name)
        .doesNotContain("dev.zt.dsl", "org.antlr.antlr4.runtime");
  }

  @ParameterizedTest
  @CsvSource({
    "dev.zt.engine, com.google.common",
    "dev.zt.dsl, com.google.common",
    "dev.zt.dsl, org.antlr.antlr4.runtime"
  })
  void aLibraryThatTheJarCarriesNeedNotBeBesideIt(String module, String library) {
    assertThat(Modules.descriptor(module).requires())
        .filteredOn(required -> required.name().equals(library))
        .extracting(ModuleDescriptor.Requires::modifiers)
        .containsExactly(Set.of(Modifier.STATIC));
  }

  @Test
  void nothingIsOpenToReflection() {
    assertThat(Set.of("dev.zt", "dev.zt.engine", "dev.zt.dsl"))
        .map(Modules::descriptor)
        .allMatch(module -> !module.isOpen() && module.opens().isEmpty());
  }
}
