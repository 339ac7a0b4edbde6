/**
 * Business calendars with holidays. {@link io.receivables.holidays.HolidayCalendar} is a {@link
 * io.receivables.core.terms.BusinessCalendar}: due rules move a due date to one of its business days.
 *
 * <pre>{@code
 * BusinessCalendar calendar = HolidayCalendar.quebec().and(HolidayCalendar.target());
 * DueRule rule = DueRule.of(DueStep.days(30), DueStep.businessDay(BusinessDayRule.FOLLOWING));
 * rule.from(LocalDate.parse("2024-05-25"), calendar);   // 2024-06-25: the 24th is a holiday in Quebec
 * }</pre>
 *
 * The rules of the holidays are those of jollyday (Apache License 2.0) and change with its version; those of Canada's and
 * the United States' federal holidays are ours, with their source beside them. jollyday brings a runtime for XML binding and logs
 * through SLF4J.
 */
@NullMarked
package io.receivables.holidays;

import org.jspecify.annotations.NullMarked;
