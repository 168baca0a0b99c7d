package org.doorstep.rooms;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The sources as text and as trees, for what cannot be seen in compiled classes. */
record Sources(List<Path> files) {

  static final int LONGEST = 300;

  static Sources under(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return new Sources(all.filter(f -> f.toString().endsWith(".java")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> tooLong(int lines) {
    return files.stream()
        .filter(f -> count(f) > lines)
        .map(f -> f + ": " + count(f) + " lines")
        .toList();
  }

  /**
   * Switches over our own sealed types and enums that have a {@code default}: a new case would not
   * break the build where it has to be handled. Told by their labels: patterns of types of ours
   * only, or a constant of an enum of ours. (With a foreign type among them it is a switch over
   * something open, such as an exception, which needs its default.)
   */
  List<String> defaultsOverOwnTypes() {
    List<CompilationUnitTree> units = parse();
    var own = new OwnNames();
    units.forEach(unit -> own.scan(unit, null));
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitSwitch(SwitchTree node, Void nothing) {
          look(node.getCases());
          return super.visitSwitch(node, null);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree node, Void nothing) {
          look(node.getCases());
          return super.visitSwitchExpression(node, null);
        }

        private void look(List<? extends CaseTree> cases) {
          List<CaseLabelTree> labels =
              cases.stream().<CaseLabelTree>flatMap(c -> c.getLabels().stream()).toList();
          if (labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance)
              && own.areOurs(labels)) {
            found.add(unit.getSourceFile().getName() + ": switch over " + labels);
          }
        }
      }.scan(unit, null);
    }
    return found;
  }

  private List<CompilationUnitTree> parse() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return units;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long count(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Simple names of the types, and of the constants of enums, that the sources declare. */
  private static final class OwnNames extends TreeScanner<Void, Void> {

    private final Set<String> types = new HashSet<>();
    private final Set<String> constants = new HashSet<>();

    @Override
    public Void visitClass(ClassTree node, Void nothing) {
      types.add(node.getSimpleName().toString());
      if (node.getKind() == Tree.Kind.ENUM) {
        node.getMembers().stream()
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .filter(v -> v.getType().toString().equals(node.getSimpleName().toString()))
            .forEach(v -> constants.add(v.getName().toString()));
      }
      return super.visitClass(node, null);
    }

    boolean areOurs(List<CaseLabelTree> labels) {
      List<String> patterns =
          labels.stream()
              .filter(PatternCaseLabelTree.class::isInstance)
              .map(label -> typeOf(((PatternCaseLabelTree) label).getPattern()))
              .toList();
      return patterns.isEmpty()
          ? labels.stream().noneMatch(OwnNames::isText)
              && labels.stream().anyMatch(this::isOurConstant)
          : types.containsAll(patterns);
    }

    private static boolean isText(CaseLabelTree label) {
      return label instanceof ConstantCaseLabelTree constant
          && constant.getConstantExpression().getKind() == Tree.Kind.STRING_LITERAL;
    }

    private boolean isOurConstant(CaseLabelTree label) {
      return label instanceof ConstantCaseLabelTree constant
          && constants.contains(last(constant.getConstantExpression()));
    }

    private static String typeOf(PatternTree pattern) {
      return switch (pattern) {
        case BindingPatternTree binding -> last(binding.getVariable().getType());
        case DeconstructionPatternTree parts -> last(parts.getDeconstructor());
        default -> "";
      };
    }

    private static String last(Tree name) {
      String text = name.toString();
      return text.substring(text.lastIndexOf('.') + 1);
    }
  }
}
