/** Plays failures at the product's own door: what it sends comes in over HTTP, like everybody's alerts. */
package com.srecopilot.demo.simulator;
