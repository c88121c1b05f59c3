/** Makes up what happened in the demo: pure, from a script, a seed and the present. */
package com.srecopilot.demo.story;
