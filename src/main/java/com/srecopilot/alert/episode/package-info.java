/** When deliveries of one dedup key are one alert, and when they are another: pure, whatever order they arrive in. */
package com.srecopilot.alert.episode;
