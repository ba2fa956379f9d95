package dev.charmsignals.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.Set;
import java.util.stream.Stream;

/** Everything of a class that a charm is compiled against. */
record PublicSignature(JavaClass type) {

  /** A sentence for each type of a foreign library that shows; none when others cannot see it. */
  Stream<String> shown(String library) {
    if (!isSeenByOthers(type)) {
      return Stream.empty();
    }
    Stream<String> ofType =
        Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(), annotations(type))
            .flatMap(types -> types)
            .flatMap(shown -> sentences(type.getFullName(), shown, library));
    Stream<String> ofMembers =
        type.getMembers().stream()
            .filter(PublicSignature::isSeenByOthers)
            .flatMap(
                member ->
                    Stream.concat(types(member), annotations(member))
                        .flatMap(shown -> sentences(member.getFullName(), shown, library)));
    return Stream.concat(ofType, ofMembers);
  }

  private static Stream<? extends JavaType> types(JavaMember member) {
    if (member instanceof JavaCodeUnit unit) {
      return Stream.of(
              Stream.of(unit.getReturnType()),
              unit.getParameterTypes().stream(),
              unit.getExceptionTypes().stream())
          .flatMap(types -> types);
    }
    return member.getAllInvolvedRawTypes().stream();
  }

  private static Stream<? extends JavaType> annotations(HasAnnotations<?> annotated) {
    return annotated.getAnnotations().stream().map(annotation -> annotation.getRawType());
  }

  private static Stream<String> sentences(String where, JavaType shown, String library) {
    return shown.getAllInvolvedRawTypes().stream()
        .filter(raw -> raw.getPackageName().startsWith(library))
        .map(raw -> where + " shows " + raw.getFullName());
  }

  private static boolean isSeenByOthers(JavaClass type) {
    return isSeenByOthers(type.getModifiers())
        && type.getEnclosingClass().map(PublicSignature::isSeenByOthers).orElse(true);
  }

  private static boolean isSeenByOthers(JavaMember member) {
    return isSeenByOthers(member.getModifiers());
  }

  private static boolean isSeenByOthers(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
