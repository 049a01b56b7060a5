#include "rdf/term.h"

#include <gtest/gtest.h>
TEST(X,Y){ EXPECT_TRUE(testudo::rdf::is_valid_iri("http://a/")); }
