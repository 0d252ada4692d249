-- Updates of all platforms stand in received_update, into which those of this table were carried by V24.
DROP TABLE handled_update;
