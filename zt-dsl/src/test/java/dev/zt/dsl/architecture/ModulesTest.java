package dev.zt.dsl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

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

  @Test
  void theCompilerNeedsNoParserRuntimeBesideIt() {
    assertThat(Modules.descriptor("dev.zt.dsl").requires())
        .filteredOn(required -> required.name().equals("org.antlr.antlr4.runtime"))
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
