package io.receivables.metrics.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BucketSchemeTest {
    @Test
    void standard_scheme_is_named_as_the_field_does() {
        assertThat(BucketScheme.standard()).hasToString("[not-due, 1-30, 31-60, 61-90, 91+]");
        assertThat(BucketScheme.weekly(2)).hasToString("[not-due, 1-7, 8-14, 15+]");
        assertThat(BucketScheme.ofUpperBounds(-31, 0, 1)).hasToString("[up to -31, -30 to 0, 1, 2+]");
        assertThat(BucketScheme.ofUpperBounds()).hasToString("[all]");
    }

    @Test
    void gap_is_refused() {
        assertThatThrownBy(() -> BucketScheme.of(List.of(
                        new Bucket(Bucket.UNBOUNDED_BELOW, 0),
                        new Bucket(1, 30),
                        new Bucket(32, Bucket.UNBOUNDED_ABOVE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bucket 32+ starts at 32, but nothing covers age 31");
    }

    @Test
    void overlap_is_refused() {
        assertThatThrownBy(() -> BucketScheme.of(
                        List.of(new Bucket(Bucket.UNBOUNDED_BELOW, 30), new Bucket(30, Bucket.UNBOUNDED_ABOVE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bucket 30+ starts at 30, but another bucket covers ages below 31");
    }

    @Test
    void missing_ends_are_refused() {
        assertThatThrownBy(() -> BucketScheme.of(List.of(new Bucket(0, Bucket.UNBOUNDED_ABOVE))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BucketScheme.of(List.of(new Bucket(Bucket.UNBOUNDED_BELOW, 90))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing covers ages from 91: leave the last bucket open");
        assertThatThrownBy(() -> BucketScheme.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bounds_must_ascend() {
        assertThatThrownBy(() -> BucketScheme.ofUpperBounds(0, 60, 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bucket bounds [0, 60, 30] do not ascend: 30 follows 60");
        assertThatThrownBy(() -> BucketScheme.ofUpperBounds(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BucketScheme.ofUpperBounds(Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BucketScheme.weekly(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void schemes_of_equal_buckets_are_equal() {
        assertThat(BucketScheme.of(BucketScheme.standard().buckets()))
                .isEqualTo(BucketScheme.standard())
                .hasSameHashCodeAs(BucketScheme.standard());
        assertThat(BucketScheme.weekly(4)).isNotEqualTo(BucketScheme.standard());
    }
}
