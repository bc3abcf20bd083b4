package dev.zt.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one fork measured.
 *
 * @param fork which fork it was, from 1
 * @param threads how many threads decided at once
 * @param nanos the time of one decision on one thread, for each iteration
 * @param bytes what one decision allocates
 * @param failure why nothing was measured, or null
 */
public record Measurement(
    Trial trial,
    int threads,
    int fork,
    List<Double> nanos,
    double bytes,
    @Nullable String failure) {}
