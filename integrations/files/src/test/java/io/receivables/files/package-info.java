@NullMarked
package io.receivables.files;

import org.jspecify.annotations.NullMarked;
