package com.srecopilot.standalone;

import java.util.List;

/** Lines for whoever has just started the product, printed below its address; a bean of any room may add some. */
public interface Greeting {

    List<String> lines();
}
