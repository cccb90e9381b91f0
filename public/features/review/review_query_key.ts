/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Key of every question about signed reviews: a signature makes them all old. */
export const REVIEWS_KEY = 'reviews';
