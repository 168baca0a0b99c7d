package org.doorstep.redis;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Values as JSON. Records are written by their components; a value of a sealed type says in {@code
 * is} which case it is, by the names in {@link WireNames}.
 */
final class Wire {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .annotationIntrospector(new Cases())
          .changeDefaultVisibility(
              v ->
                  v.withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                      .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                      .withVisibility(PropertyAccessor.SETTER, Visibility.NONE)
                      .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
          .build();

  private Wire() {}

  /**
   * {@code type} is the sealed type, not the case: it decides whether the case's name is written.
   */
  static <T> byte[] write(Class<T> type, T value) {
    return JSON.writerFor(type).writeValueAsBytes(value);
  }

  static <T> T read(Class<T> type, byte[] json) {
    return JSON.readValue(json, type);
  }

  /** Reads which cases there are from the types themselves: the pure rooms carry no annotations. */
  private static final class Cases extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      return annotated instanceof AnnotatedClass
              && sealedInterfaceOf(annotated.getRawType()) != null
          ? JsonTypeInfo.Value.construct(
              JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, true)
          : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
      Class<?> type = annotated.getRawType();
      return isOurs(type) && type.isSealed()
          ? cases(type).map(c -> new NamedType(c, WireNames.of(c))).toList()
          : super.findSubtypes(config, annotated);
    }

    @Override
    public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass annotated) {
      Class<?> type = annotated.getRawType();
      return sealedInterfaceOf(type) != null && !type.isSealed()
          ? WireNames.of(type)
          : super.findTypeName(config, annotated);
    }

    /** A sealed type may have sealed types below it. */
    private static Stream<Class<?>> cases(Class<?> type) {
      return Arrays.stream(type.getPermittedSubclasses())
          .flatMap(c -> c.isSealed() ? cases(c) : Stream.of(c));
    }

    private static @Nullable Class<?> sealedInterfaceOf(Class<?> type) {
      if (!isOurs(type)) return null;
      if (type.isSealed()) return type;
      return Arrays.stream(type.getInterfaces())
          .filter(i -> isOurs(i) && i.isSealed())
          .findFirst()
          .orElse(null);
    }

    private static boolean isOurs(Class<?> type) {
      return type.getName().startsWith("org.doorstep.") && !type.isEnum();
    }
  }
}
